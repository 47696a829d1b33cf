/** The keyboard: a letter outside a field, or with Alt everywhere. */

import { current, go_on, open, step } from "./calls.js";
import { browse } from "./browsing.js";
import { compare_candidates } from "./comparing.js";
import { byId, element } from "./dom.js";
import { ending } from "./ending.js";
import { keys_table } from "./keys_table.js";
import { is_open, press, show } from "./over.js";
import { copy_draft } from "./script.js";
import { toast } from "./toast.js";
import { words } from "./words_of.js";

const to_first = (id, what) => {
  const found = byId(id).querySelector(what);
  if (found) found.focus();
};

/** The facts: to the one that is ticked in the first group that is open. */
const to_facts = () => {
  const group = byId("facts").querySelector(".fact.open") || byId("facts").querySelector(".fact");
  const box = group && (group.querySelector("input:checked") || group.querySelector("input"));
  if (box) box.focus();
};

const choose = (place) => {
  const row = current().shown.live.ranked[place - 1];
  return row ? go_on({ item: row.number }) : undefined;
};

/** The table of shortcuts. */
export const help = () =>
  show("helping", words.over.keys_title, [
    element("p", { class: "hint" }, words.over.keys_hint),
    keys_table(),
  ]);

const COMMANDS = {
  KeyS: () => copy_draft("spoken"),
  KeyM: () => copy_draft("sms"),
  KeyW: () => copy_draft("wechat"),
  KeyT: to_facts,
  KeyA: () => to_first("asking", "button"),
  KeyR: () => byId("details").focus(),
  KeyB: browse,
  KeyC: compare_candidates,
  KeyN: open,
  KeyQ: ending,
  Comma: () => step(-1),
  Period: () => step(1),
  Digit0: () => go_on({ item: null }),
};

const field = (target) => target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

const command = (event) => {
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(event.code);
  return digit ? () => choose(Number(digit[1])) : COMMANDS[event.code];
};

const asks_for_help = (event) => event.key === "?" || event.key === "？";

/** Says what the server refused, or asks for a login. */
export const refused = (error) => {
  if (error.code === "login_needed") location.assign(`/copilot/login?next=${encodeURIComponent("/copilot/")}`);
  else toast(error.message || words.page.failed, true);
};

const pressed = (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const typing = field(event.target);
  if (is_open()) {
    if (!typing && !event.altKey && press(event)) event.preventDefault();
    return;
  }
  if (event.key === "Escape") byId("typing").focus();
  else if (asks_for_help(event) && (!typing || !event.target.value)) {
    event.preventDefault();
    help();
  } else if (event.altKey || !typing) {
    const action = command(event);
    if (!action || (event.shiftKey && !event.altKey)) return;
    event.preventDefault();
    action();
  }
};

/** Listens. */
export const start_keys = () => {
  document.addEventListener("keydown", pressed);
  const buttons = { "new-call": open, browse, compare: compare_candidates, help, end: ending };
  for (const [id, action] of Object.entries(buttons)) byId(id).addEventListener("click", action);
};
