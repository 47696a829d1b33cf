/** The input: each key stroke searches at once, a pause has the whole understood, Enter keeps the fragment. */

import { current, go_on } from "./calls.js";
import { byId, refill } from "./dom.js";
import { found_rows, find } from "./finding.js";

const PAUSE = 180;
let pause = 0;
let place = -1;

const field = () => byId("typing");
const rows = () => [...byId("quick").querySelectorAll("button")];

/** Hides what was found. */
export const hide_quick = () => {
  place = -1;
  byId("quick").hidden = true;
  refill(byId("quick"));
};

const choose = (number) => {
  field().value = "";
  current().typed = "";
  hide_quick();
  return go_on({ item: number });
};

const search = async () => {
  const typed = field().value.trim();
  if (!typed) return hide_quick();
  const results = await find("quick", typed);
  if (!results || field().value.trim() !== typed) return;
  place = -1;
  const list = refill(byId("quick"), found_rows(results, (row) => choose(row.number)));
  list.hidden = !list.children.length;
};

const highlight = (by) => {
  const all = rows();
  if (!all.length) return false;
  place = (place + by + all.length + (place < 0 && by < 0 ? 1 : 0)) % all.length;
  all.forEach((row, n) => row.classList.toggle("on", n === place));
  all[place].scrollIntoView({ block: "nearest" });
  byId("status").textContent = all[place].textContent;
  return true;
};

/** Enter: what is highlighted, else the fragment, else the first candidate. */
const enter = () => {
  const typed = field().value.trim();
  if (typed && place >= 0) return rows()[place].click();
  clearTimeout(pause);
  if (typed) {
    field().value = "";
    current().typed = "";
    hide_quick();
    return go_on({ fragment: typed });
  }
  const [first] = current().shown.live.ranked;
  return first ? go_on({ item: first.number }) : undefined;
};

const typed = () => {
  current().typed = field().value.trim();
  search();
  clearTimeout(pause);
  pause = setTimeout(() => go_on(), PAUSE);
};

/** Listens to the input. */
export const start_typing = () => {
  field().addEventListener("input", (event) => event.isComposing || typed());
  field().addEventListener("compositionend", typed);
  field().addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      enter();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && highlight(event.key === "ArrowDown" ? 1 : -1)) {
      event.preventDefault();
    } else if (event.key === "Escape" && !byId("quick").hidden) {
      event.stopPropagation();
      hide_quick();
    }
  });
};

/** The field shows what is being typed in the call in front. */
export const show_typed = (one) => {
  if (field().value.trim() !== one.typed) {
    field().value = one.typed;
    hide_quick();
  }
};
