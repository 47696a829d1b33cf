/** A word on what was done, gone after a while. */

import { byId } from "./dom.js";

let ends = 0;

/** Shows it; ``bad`` where something failed. */
export const toast = (text, bad = false) => {
  const area = byId("toast");
  area.textContent = text;
  area.classList.toggle("bad", bad);
  area.classList.add("shown");
  clearTimeout(ends);
  ends = setTimeout(() => area.classList.remove("shown"), bad ? 6000 : 1800);
};
