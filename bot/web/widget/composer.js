import { button, element, say } from "./elements.js";
import { icon } from "./icons.js";
import { isPersonal } from "./privacy.js";
import { canListen, listen } from "./speech.js";
import { Suggesting } from "./suggesting.js";

/** Where is typed, or said. */

export class Composer {
  /** ``send`` gets the text, ``tell`` what a screen reader shall say. What is typed is kept as a draft. */
  constructor(memory, send, tell) {
    this.memory = memory;
    this.send = send;
    this.field = element("textarea", { id: "question", rows: 1, enterkeyhint: "send", placeholder: say("placeholder"), "aria-describedby": "hint" });
    this.hint = element("p", { class: "hint", id: "hint", role: "status" });
    this.suggesting = new Suggesting(this.field, send, tell);
    this.field.value = memory.talk.draft || "";
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    const submit = (event) => {
      event.preventDefault();
      this.submit();
    };
    this.form = element(
      "form",
      { class: "composer", submit },
      this.suggesting.box,
      this.hint,
      element("label", { for: "question" }, say("ask_label")),
      element(
        "div",
        { class: "line" },
        this.field,
        canListen ? this.ear(tell) : null,
        element("button", { type: "submit", class: "main send" }, icon("send"), element("span", {}, say("send"))),
      ),
    );
  }

  focus() {
    this.field.focus();
  }

  typed() {
    this.memory.talk.draft = this.field.value;
    this.memory.save();
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 140)}px`;
    const tooLong = this.field.value.length > SETTINGS.longest;
    const hint = isPersonal(this.field.value) ? say("private") : tooLong ? say("too_long", { n: SETTINGS.longest }) : "";
    if (this.hint.textContent !== hint) this.hint.textContent = hint;
  }

  /** Enter sends, with Shift it breaks the line; while Chinese is being composed it belongs to the input method. */
  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.submit();
  }

  submit() {
    const text = this.field.value.trim();
    this.suggesting.close();
    if (!text || text.length > SETTINGS.longest) return this.focus();
    this.field.value = "";
    this.typed();
    return this.send(text);
  }

  ear(tell) {
    const heard = (said) => {
      ear.setAttribute("aria-pressed", "false");
      this.hint.textContent = said ? "" : say("not_heard");
      if (said) {
        this.field.value = said;
        this.typed();
        this.focus();
      }
    };
    const ear = button({ class: "quiet listen", "aria-pressed": "false", "aria-label": say("listen"), title: say("listen") }, icon("listen"));
    ear.addEventListener("click", () => {
      ear.setAttribute("aria-pressed", "true");
      tell(say("listening"));
      this.hint.textContent = say("listening");
      listen(heard);
    });
    return ear;
  }
}
