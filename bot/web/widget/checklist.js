import { button, element, say } from "./elements.js";
import { icon } from "./icons.js";
import { copy, print } from "./paper.js";

/** The papers to bring: ticked off, printed, copied. The ticks are kept with the turn. */

const text = (line) => line.parts.map((part) => part.text).join("");

const plain = (groups, ticks) =>
  groups
    .map((group, g) => [
      group.name && `〔${group.name}〕`,
      ...group.lines.map((line, n) => `${ticks[`${g}.${n}`] ? "☑" : "☐"} ${text(line)}`),
    ])
    .flat()
    .filter(Boolean)
    .join("\n");

const sheet = (groups, ticks) =>
  groups.map((group, g) => [
    group.name ? element("h2", {}, group.name) : null,
    element("ul", {}, group.lines.map((line, n) => element("li", { "data-done": Boolean(ticks[`${g}.${n}`]) }, text(line)))),
  ]);

/** The groups as boxes to tick; ``show`` makes what stands beside a box, ``changed`` is called after each tick. */
export const checklist = (title, groups, ticks, show, changed) => {
  const all = groups.reduce((sum, group) => sum + group.lines.length, 0);
  const count = element("p", { class: "count", role: "status" });
  const recount = () => {
    count.textContent = say("ticked", { done: Object.values(ticks).filter(Boolean).length, all });
  };
  const box = (line, id) => {
    const tick = (event) => {
      ticks[id] = event.target.checked;
      recount();
      changed();
    };
    const input = element("input", { type: "checkbox", change: tick });
    input.checked = Boolean(ticks[id]);
    const label = element("label", {}, input, element("span", { class: "box" }, icon("check")), element("span", { class: "words" }, show(line)));
    return element("li", { class: line.under ? "tick under" : "tick" }, label);
  };
  const lists = groups.map((group, g) => {
    const list = element("ul", {}, group.lines.map((line, n) => box(line, `${g}.${n}`)));
    return element("fieldset", {}, element("legend", { class: group.name ? "group" : "unseen" }, group.name || title), list);
  });
  const told = element("span", { class: "told", role: "status" });
  const copied = async (event) => {
    const done = await copy(`${title}\n${plain(groups, ticks)}`, event.target.closest("section"));
    told.textContent = say(done ? "copied" : "copy_failed");
  };
  const tools = element(
    "div",
    { class: "tools" },
    button({ class: "quiet", click: copied }, icon("copy"), say("copy_list")),
    button({ class: "quiet", click: () => print(title, ...sheet(groups, ticks).flat().filter(Boolean)) }, icon("print"), say("print_list")),
    told,
  );
  recount();
  return [count, ...lists, tools];
};
