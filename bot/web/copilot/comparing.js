/** Two items side by side; what differs is marked. */

import { current } from "./calls.js";
import { element, fill, refill } from "./dom.js";
import { find, found_rows } from "./finding.js";
import { show } from "./over.js";
import { get, newest } from "./server.js";
import { words } from "./words_of.js";

const runs = (side, missing) =>
  side.length ? side.map((run) => (run.differs ? element("mark", {}, run.text) : run.text)) : element("span", { class: "missing" }, missing);

const part_rows = (part) =>
  part.rows.map((row, n) =>
    element(
      "tr",
      { class: row.same ? "same" : "differs" },
      n ? null : element("th", { scope: "rowgroup", rowspan: part.rows.length }, part.title),
      element("td", {}, runs(row.left, words.over.only_left)),
      element("td", {}, runs(row.right, words.over.only_right)),
    ),
  );

const head = (side) => element("th", { scope: "col" }, element("span", { class: "no" }, side[0]), side[1], element("span", { class: "hint" }, fill(words.page.page_of, { page: side[2] })));

const table = (found, all) => {
  const shown = found.parts.filter((part) => all || !part.same);
  const same = found.parts.filter((part) => part.same).map((part) => part.title.replace(/（.*?）$/, ""));
  return [
    same.length && !all ? element("p", { class: "hint" }, fill(words.over.all_same, { parts: same.join("、") })) : null,
    element(
      "table",
      { class: "compared" },
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, element("span", { class: "unseen" }, words.over.part)), head(found.left), head(found.right))),
      shown.map((part) => element("tbody", { class: part.same ? "same" : null }, part_rows(part))),
    ),
  ];
};

/** A field in which an item is searched; Enter or a click on a row chooses it. */
const picker = (id, label, chosen) => {
  const list = element("ul", { class: "quick", hidden: true });
  const take = (row) => {
    field.value = `${row.number}`;
    list.hidden = true;
    refill(list);
    chosen(row.number);
  };
  const field = element("input", {
    id,
    type: "text",
    autocomplete: "off",
    input: async () => {
      const typed = field.value.trim();
      const results = typed && (await find(id, typed));
      if (!results || field.value.trim() !== typed) return;
      refill(list, found_rows({ ...results, offices: [] }, take));
      list.hidden = !results.items.length;
    },
    keydown: (event) => {
      const rows = [...list.querySelectorAll("button")];
      if (event.key === "Enter" && rows.length) {
        event.preventDefault();
        rows[0].click();
      } else if (event.key === "ArrowDown" && rows.length) {
        event.preventDefault();
        rows[0].focus();
      }
    },
  });
  list.addEventListener("keydown", (event) => {
    const rows = [...list.querySelectorAll("button")];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = rows.indexOf(document.activeElement) + by;
    (rows[Math.min(rows.length - 1, at)] || field).focus();
  });
  return { field, area: element("div", { class: "picker" }, element("label", { for: id }, label), field, list) };
};

/** Opens it on these two; either may be missing. */
export const compare = async (left, right) => {
  const sides = [left, right];
  const result = element("div", { class: "result" });
  const all = element("input", { type: "checkbox", id: "compare-all", change: () => draw() });
  let found = null;
  const draw = () => refill(result, found ? table(found, all.checked) : element("p", { class: "none" }, words.over.pick_two));
  const fetch_both = async () => {
    if (!sides.every(Boolean)) return draw();
    found = (await newest("compare", (signal) => get(`compare?left=${sides[0]}&right=${sides[1]}`, signal))) || found;
    return draw();
  };
  const pickers = [words.over.left, words.over.right].map((label, n) =>
    picker(`compare-${n}`, label, (number) => {
      sides[n] = number;
      fetch_both();
    }),
  );
  pickers.forEach((one, n) => (one.field.value = sides[n] || ""));
  show("comparing", words.over.compare_title, [
    element("div", { class: "pickers" }, pickers.map((one) => one.area), element("label", { class: "all", for: "compare-all" }, all, words.over.show_same)),
    result,
  ]);
  (sides[0] ? pickers[1] : pickers[0]).field.focus();
  (sides[0] ? pickers[1] : pickers[0]).field.select();
  await fetch_both();
};

/** The item of the call beside the next candidate. */
export const compare_candidates = () => {
  const { live } = current().shown;
  const other = live.ranked.find((row) => row.number !== live.item);
  return compare(live.item, other && other.number);
};

/** The item of the call beside that one. */
export const compare_with = (number) => compare(current().shown.live.item || number, current().shown.live.item ? number : null);
