/** After the call: the summary for the ticket, the outcome with one key. */

import { current, end } from "./calls.js";
import { copy } from "./copying.js";
import { button, element, fill, key } from "./dom.js";
import { close, show } from "./over.js";
import { get } from "./server.js";
import { toast } from "./toast.js";
import { words } from "./words_of.js";

/** Opens it. */
export const ending = async () => {
  const one = current();
  const { summary } = await get(`calls/${one.call.id}/summary`);
  const by_key = Object.fromEntries(Object.entries(words.outcome_keys).map(([outcome, digit]) => [`${digit}`, outcome]));
  const finish = async (outcome) => {
    await end(one, outcome);
    close();
    toast(outcome ? fill(words.page.saved, { outcome: words.outcomes[outcome] }) : words.page.dropped);
  };
  const take = async () => {
    toast((await copy(summary)) ? words.page.copied : words.page.copy_failed);
  };
  const first = button({ class: "outcome", click: () => finish("answered") }, key(1), words.outcomes.answered);
  const others = ["passed_on", "guide_silent", "wrong"].map((outcome) =>
    button({ class: "outcome", click: () => finish(outcome) }, key(words.outcome_keys[outcome]), words.outcomes[outcome]),
  );
  show(
    "ending",
    words.over.end_title,
    [
      element("pre", { class: "summary", tabindex: "0" }, summary),
      element("p", {}, button({ class: "copy", click: take }, words.over.copy_summary, key("C"))),
      element("p", { class: "hint" }, words.over.end_hint, element("br"), words.over.review_hint),
      element("div", { class: "outcomes" }, first, others),
      element("p", {}, button({ class: "link", click: () => finish(null) }, words.over.drop, key("0"))),
    ],
    (event) => {
      const digit = event.code.replace(/^(Digit|Numpad)/, "");
      if (digit in by_key) finish(by_key[digit]);
      else if (digit === "0") finish(null);
      else if (event.code === "KeyC") take();
      else return false;
      return true;
    },
  );
  first.focus();
};
