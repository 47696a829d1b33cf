/** The right side below: all that the guide says of the item. Papers can be ticked off while the caller counts. */

import { byId, element, fill, link, refill } from "./dom.js";
import { words } from "./words_of.js";

// Where a part stands: left is what to bring and whether it can be done, right is where and by when.
const RIGHT = ["channel", "time_limit", "phone_office"];

const runs = (line) => line.parts.map((part) => (part.href ? link(part.href, part.text) : part.text));

const way = (line) => {
  if (!line.way) return null;
  return element("span", { class: `way ${line.way}` }, words.ways[line.way] || line.way);
};

const rest = (line) => (line.source ? element("span", { class: "source" }, fill(words.page.source_of, line)) : null);

const plain_line = (line) => element("li", { class: line.under ? "under" : null }, way(line), runs(line), rest(line));

const ticking = (one, name, counter) => (line) => {
  const text = line.parts.map((part) => part.text).join("");
  const mark = `${one.shown.details.number} ${name} ${text}`;
  const box = element("input", {
    type: "checkbox",
    checked: one.done.has(mark),
    change: (event) => {
      if (event.target.checked) one.done.add(mark);
      else one.done.delete(mark);
      counter();
    },
  });
  return element("li", { class: line.under ? "under" : null }, element("label", {}, box, element("span", {}, way(line), runs(line), rest(line))));
};

const block = (one) => (made) => {
  const lines = made.groups.flatMap((group) => group.lines);
  const count = element("span", { class: "count" });
  const boxes = element("div", {});
  const counter = () => {
    const all = boxes.querySelectorAll("input");
    count.textContent = all.length ? fill(words.page.ticked, { done: boxes.querySelectorAll("input:checked").length, all: all.length }) : "";
  };
  boxes.append(
    ...made.groups.map((group) =>
      element(
        "div",
        { class: "group" },
        group.name ? element("h4", {}, group.name) : null,
        element(
          "ul",
          { class: made.tick ? "boxes" : lines.length > 1 ? "lines" : "lines single" },
          group.lines.map(made.tick ? ticking(one, group.name, counter) : plain_line),
        ),
      ),
    ),
  );
  counter();
  return element("section", { class: `block ${made.tone} ${made.aspect}` }, element("h3", {}, made.title, count), boxes);
};

/** The item, or nothing. */
export const draw_details = (one) => {
  const { details } = one.shown;
  const area = byId("details");
  area.hidden = !details;
  if (!details) return refill(area);
  const [left, right] = [[], []];
  for (const made of details.blocks) (RIGHT.includes(made.aspect) ? right : left).push(block(one)(made));
  return refill(
    area,
    element(
      "header",
      {},
      element("h2", {}, element("span", { class: "no" }, details.number), details.title),
      element("p", { class: "hint" }, fill(words.page.page_of, details), details.phones.map((phone) => [" · ", link(phone.href, phone.number), ` ${phone.use}`])),
    ),
    element("div", { class: "columns" }, element("div", {}, left), element("div", {}, right)),
  );
};
