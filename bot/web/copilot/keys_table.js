/** The table of shortcuts. */

import { element, key } from "./dom.js";
import { words } from "./words_of.js";

const keys_of = (text) => text.split(" ").map((one) => (one === "–" ? " – " : key(one)));

/** It as a table. */
export const keys_table = () =>
  element(
    "table",
    { class: "keys" },
    element(
      "tbody",
      {},
      words.keys.map((row) => element("tr", {}, element("th", { scope: "row" }, keys_of(row.key)), element("td", {}, row.does))),
    ),
  );
