/** The console: draws the call in front whenever something of it changed. */

import { all, current, end, follow, listen, load, switch_to } from "./calls.js";
import { draw_details } from "./details.js";
import { button, byId, element, fill, refill } from "./dom.js";
import { draw_facts } from "./facts.js";
import { draw_asking, draw_ranking, draw_said, say_result } from "./hearing.js";
import { refused, start_keys } from "./keys.js";
import { start_over } from "./over.js";
import { Refusal } from "./server.js";
import { draw_refused, draw_script, draw_warning } from "./script.js";
import { show_typed, start_typing } from "./typing.js";
import { load_words, words } from "./words_of.js";

const title_of = (one) => {
  const row = one.shown && one.shown.live.ranked.find((found) => found.number === one.shown.live.item);
  return row ? row.title : one.call.fragments[0] || words.page.untitled;
};

const tab = (one, place) =>
  element(
    "li",
    { class: one === current() ? "tab front" : "tab" },
    button(
      { class: "call", "aria-current": one === current() ? "true" : null, click: () => switch_to(one) },
      element("span", { class: "n" }, fill(words.page.call, { n: place + 1 })),
      element("span", { class: "of" }, title_of(one)),
    ),
    all().length > 1
      ? button({ class: "drop", "aria-label": fill(words.page.close, { n: place + 1 }), click: () => end(one, null) }, "×")
      : null,
  );

const draw = (one) => {
  refill(byId("calls"), all().map(tab));
  show_typed(one);
  draw_said(one);
  if (!one.shown) return;
  draw_asking(one);
  draw_ranking(one);
  draw_facts(one);
  draw_refused(one);
  draw_warning(one);
  draw_script(one);
  draw_details(one);
  say_result(one);
};

// What the server refuses, wherever it was asked. Any other error is one of ours, and the browser's to report.
addEventListener("unhandledrejection", (event) => {
  if (!(event.reason instanceof Refusal)) return;
  event.preventDefault();
  refused(event.reason);
});

await load_words();
listen(draw);
start_over();
start_typing();
start_keys();
await load();
byId("typing").focus();
follow();
