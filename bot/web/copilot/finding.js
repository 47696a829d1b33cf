/** The search of each key stroke: items and offices as rows to choose from. */

import { button, element, fill, link } from "./dom.js";
import { get, newest } from "./server.js";
import { words } from "./words_of.js";

/** What fits; undefined where somebody typed on. */
export const find = (name, typed) => newest(`find ${name}`, (signal) => get(`find?q=${encodeURIComponent(typed)}`, signal));

/** Rows; ``choose`` is given the item of the row that is chosen. */
export const found_rows = (results, choose) => [
  results.items.map((row) =>
    element(
      "li",
      {},
      button(
        { class: "found", click: (event) => choose(row, event), "data-number": row.number },
        element("span", { class: "no" }, row.number),
        element("span", { class: "title" }, row.title),
        element("span", { class: "via" }, fill(words.over.via[row.via], row)),
      ),
    ),
  ),
  results.offices.map((office) =>
    element("li", { class: "office" }, element("strong", {}, office.name), ` ${office.address} `, link(`tel:${office.phone.replace(/[^0-9+]/g, "")}`, office.phone)),
  ),
];
