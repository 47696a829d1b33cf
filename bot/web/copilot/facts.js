/** The facts that decide: heard or ticked. A tick decides again at once. */

import { go_on } from "./calls.js";
import { byId, element, fill, key, refill } from "./dom.js";
import { words } from "./words_of.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Whether the known value lies within the option's: 11 months within 0 to 11. */
const holds = (option, value) => {
  if (same(option, value)) return true;
  if (typeof option !== "object" || value === null) return false;
  const [least, most] = typeof value === "object" ? [value.least, value.most] : [value, value];
  return least >= option.least && most <= option.most;
};

const tick = (one, fact, value) => {
  const ticked = { ...one.call.ticked };
  if (value === null && !fact.words) delete ticked[fact.fact];
  else ticked[fact.fact] = value;
  return go_on({ ticked });
};

const choice = (one, fact, value, label, checked, refuses) =>
  element(
    "label",
    { class: refuses ? "choice refuses" : "choice" },
    element("input", {
      type: "radio",
      name: `fact-${fact.fact}`,
      id: `fact-${fact.fact}-${label}`,
      checked,
      change: () => tick(one, fact, value),
    }),
    element("span", {}, label),
  );

const group = (one) => (fact) => {
  const known = fact.options.map((option) => fact.value !== null && holds(option.value, fact.value));
  return element(
    "fieldset",
    { class: fact.open ? "fact open" : "fact" },
    element("legend", {}, fact.label, fact.words ? element("span", { class: "heard" }, fill(words.page.heard, fact)) : null),
    element(
      "div",
      { class: "choices" },
      fact.options.map((option, n) => choice(one, fact, option.value, option.label, known[n], option.refuses)),
      choice(one, fact, null, words.page.unknown, fact.value === null, false),
    ),
  );
};

/** The facts of the item; the one that had the focus keeps it. */
export const draw_facts = (one) => {
  const area = byId("facts");
  const { ticks } = one.shown.live;
  const focused = area.contains(document.activeElement) ? document.activeElement.id : "";
  area.hidden = !ticks.length;
  refill(
    area,
    ticks.length
      ? [element("h2", {}, words.page.facts, key("T"), element("span", { class: "hint" }, words.page.facts_hint)), ticks.map(group(one))]
      : [],
  );
  if (focused && byId(focused)) byId(focused).focus();
};
