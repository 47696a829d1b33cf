import { button, element, refill, say } from "./elements.js";
import { icon } from "./icons.js";

/** What is needed seldom, behind one button; and the question before anything is deleted. */

export class Menu {
  /** ``entries``: [name of the sentence, what it does]. */
  constructor(entries) {
    this.list = element("div", { class: "menu", hidden: true });
    this.opener = button({ class: "bar", "aria-expanded": "false", click: () => this.toggle() }, icon("menu"), element("span", {}, say("menu")));
    this.list.append(
      ...entries.map(([name, act]) =>
        button({ "data-act": name, click: () => this.done(act) }, say(name)),
      ),
    );
  }

  get open() {
    return !this.list.hidden;
  }

  toggle(open = !this.open) {
    this.list.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (open) this.list.firstChild.focus();
  }

  done(act) {
    this.toggle(false);
    this.opener.focus();
    act();
  }
}

/** Asks whether to delete; true where it is wanted. ``place`` is where the question stands meanwhile. */
export const confirmed = (place, question) =>
  new Promise((resolve) => {
    const before = place.getRootNode().activeElement;
    const end = (answer) => {
      refill(place);
      if (before) before.focus();
      resolve(answer);
    };
    const no = button({ class: "main", click: () => end(false) }, say("rather_not"));
    const dialog = element(
      "div",
      { class: "confirm", role: "alertdialog", "aria-label": question },
      element("p", {}, question),
      element("div", { class: "tools" }, no, button({ class: "quiet danger", click: () => end(true) }, say("sure"))),
    );
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      end(false);
    });
    refill(place, dialog);
    no.focus();
  });
