/** The one dialog: opened with a title and content, closed with Esc; then the focus is where it was. */

import { button, byId, element, refill } from "./dom.js";
import { words } from "./words_of.js";

let keys = null;

const dialog = () => byId("over");

/** Opens it. ``on_key`` is given single keys that are pressed outside a field; ``kind`` is its class. */
export const show = (kind, title, content, on_key = null) => {
  keys = on_key;
  dialog().className = kind;
  refill(
    dialog(),
    element("header", {}, element("h2", { id: "over-title" }, title), button({ class: "plain", click: close }, words.over.close, element("kbd", {}, "Esc"))),
    content,
  );
  if (!dialog().open) dialog().showModal();
};

/** Closes it. */
export const close = () => dialog().open && dialog().close();

/** Whether it is open. */
export const is_open = () => dialog().open;

/** A key pressed in the dialog; whether it was meant for it. */
export const press = (event) => Boolean(keys && keys(event));

/** Back to the input when it closes. */
export const start_over = () =>
  dialog().addEventListener("close", () => {
    keys = null;
    refill(dialog());
    byId("typing").focus();
  });
