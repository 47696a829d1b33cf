import { button, element, refill, say } from "./elements.js";
import { suggestions } from "./server.js";

/** Suggestions under the fingers: a list of buttons that the arrow keys reach. */

const PAUSE = 120;

export class Suggesting {
  /** ``field`` is where is typed, ``choose`` gets the suggestion, ``tell`` what a screen reader shall say. */
  constructor(field, choose, tell) {
    this.field = field;
    this.choose = choose;
    this.tell = tell;
    this.list = element("ul", {});
    this.box = element("div", { class: "suggestions", hidden: true, role: "group", "aria-label": say("suggestions") }, this.list);
    this.box.addEventListener("keydown", (event) => this.move(event));
    field.addEventListener("input", () => this.later());
    field.addEventListener("keydown", (event) => this.enter(event));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const typed = this.field.value.trim();
    const found = typed && typed.length <= 20 ? await suggestions(typed) : [];
    if (this.field.value.trim() === typed) this.show(found.filter((text) => text !== typed));
  }

  show(texts) {
    const pick = (text) => () => {
      this.close();
      this.choose(text);
    };
    refill(this.list, ...texts.map((text) => element("li", {}, button({ tabindex: "-1", click: pick(text) }, text))));
    this.box.hidden = !texts.length;
    if (texts.length) this.tell(say("suggestions_hint", { n: texts.length }));
  }

  close() {
    clearTimeout(this.timer);
    this.box.hidden = true;
  }

  enter(event) {
    if (event.key !== "ArrowDown" || this.box.hidden) return;
    event.preventDefault();
    this.list.querySelector("button").focus();
  }

  move(event) {
    const all = [...this.list.querySelectorAll("button")];
    const at = all.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
      this.field.focus();
    } else if (step) {
      event.preventDefault();
      (all[at + step] || this.field).focus();
    }
  }
}
