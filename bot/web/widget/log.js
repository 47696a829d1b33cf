import { cardOf } from "./card.js";
import { button, element, refill, say, unseen } from "./elements.js";
import { icon } from "./icons.js";

/** The conversation on the screen. It is no live region: the announcer says each answer once, when it is whole. */

const asText = (turn) => `${say("you")}：${turn.shown || turn.text}\n\n${say("answer")}：\n${turn.card ? turn.card.text : "…"}`;

export class Log {
  /** ``choose`` gets a question to ask and, where it was tapped, how it was shown; ``retry`` a turn to send again. */
  constructor(memory, choose, retry) {
    this.memory = memory;
    this.choose = choose;
    this.retry = retry;
    this.places = new Map();
    this.box = element("div", { class: "log", role: "log", "aria-live": "off", "aria-label": say("log"), tabindex: "0" });
    this.redraw();
  }

  /** Everything anew: the greeting, then each turn. */
  redraw() {
    this.places.clear();
    refill(this.box, this.greeting());
    this.memory.talk.turns.forEach((turn) => this.draw(turn));
  }

  /** The turn where it belongs: its question, and its answer or what became of it. */
  draw(turn) {
    const question = element("p", { class: "question" }, unseen(`${say("you")}：`), turn.shown || turn.text);
    const drawn = element("div", { class: "turn" }, question, this.outcome(turn));
    const before = this.places.get(turn.key);
    if (before) before.replaceWith(drawn);
    else this.box.append(drawn);
    this.places.set(turn.key, drawn);
    return drawn;
  }

  /** Brings the beginning of a turn into sight: an answer is read from its top. */
  show(turn) {
    const drawn = this.places.get(turn.key);
    const moves = getComputedStyle(this.box).overflowY === "visible" ? this.box.parentNode : this.box;
    if (drawn) moves.scrollTop += drawn.getBoundingClientRect().top - moves.getBoundingClientRect().top - 8;
  }

  card(turn) {
    return this.places.get(turn.key).querySelector(".card");
  }

  /** The conversation as plain text; empty where there is none. */
  text() {
    return this.memory.talk.turns.map(asText).join("\n\n――――――\n\n");
  }

  outcome(turn) {
    if (turn.card) return cardOf(turn, this.memory, (option) => this.choose(option.value, option.label));
    if (!turn.trouble) return element("p", { class: "waiting" }, element("span", { class: "dots" }, "…"));
    const again = button({ class: "main", click: () => this.retry(turn) }, say("retry"));
    return element("div", { class: "trouble" }, icon("must"), element("p", {}, turn.trouble), again);
  }

  greeting() {
    const examples = SETTINGS.examples.map((text) => button({ class: "choice", click: () => this.choose(text) }, text));
    return element(
      "div",
      { class: "greeting" },
      element("p", { class: "hello" }, say("greeting")),
      element("div", { class: "choices", role: "group", "aria-label": say("try") }, element("p", { class: "small" }, say("try")), examples),
      element("p", { class: "small" }, say("notice")),
    );
  }
}
