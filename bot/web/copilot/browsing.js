/** Finding an item without the caller's words: by category, number, title, pinyin, telephone. */

import { go_on } from "./calls.js";
import { compare_with } from "./comparing.js";
import { button, element, refill } from "./dom.js";
import { find, found_rows } from "./finding.js";
import { close, show } from "./over.js";
import { categories, words } from "./words_of.js";

const choose = (row, event) => {
  if (event.altKey) return compare_with(row.number);
  close();
  return go_on({ item: row.number });
};

const item = (row) =>
  element(
    "li",
    {},
    button({ class: "found", click: (event) => choose(row, event) }, element("span", { class: "no" }, row.number), element("span", { class: "title" }, row.title)),
  );

const whole = () =>
  categories.map((category) => element("section", {}, element("h3", {}, category.title), element("ul", {}, category.items.map(item))));

/** Arrow keys go through whatever rows are shown. */
const walk = (field, list) => (event) => {
  const rows = [...list.querySelectorAll("button")];
  const at = rows.indexOf(document.activeElement);
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && rows.length) {
    event.preventDefault();
    if (at + by < 0) field.focus();
    else rows[Math.min(rows.length - 1, at + by)].focus();
  } else if (event.key === "Enter" && event.target === field && rows.length) {
    event.preventDefault();
    rows[0].dispatchEvent(new MouseEvent("click", { altKey: event.altKey }));
  } else if (event.key === "Enter" && event.altKey && at >= 0) {
    event.preventDefault();
    rows[at].dispatchEvent(new MouseEvent("click", { altKey: true }));
  }
};

/** Opens it. */
export const browse = () => {
  const list = element("div", { class: "browse-list" }, whole());
  const field = element("input", {
    id: "browse-field",
    type: "text",
    autocomplete: "off",
    input: async () => {
      const typed = field.value.trim();
      if (!typed) return refill(list, whole());
      const results = await find("browse", typed);
      if (!results || field.value.trim() !== typed) return undefined;
      const rows = found_rows(results, choose).flat();
      return refill(list, rows.length ? element("ul", { class: "results" }, rows) : element("p", { class: "none" }, words.over.nothing_found));
    },
  });
  const area = element("div", { class: "browse" }, element("label", { for: "browse-field" }, words.over.browse_label), field, element("p", { class: "hint" }, words.over.browse_hint), list);
  area.addEventListener("keydown", walk(field, list));
  show("browsing", words.over.browse_title, area);
  field.focus();
};
