import { button, element, refill, say } from "./elements.js";
import { icon } from "./icons.js";
import { masked } from "./privacy.js";
import { post } from "./server.js";

/** Satisfied, not satisfied, or wrong with a reason: on each answer, kept with the turn. */

const form = (send, close) => {
  const choices = Object.entries(SETTINGS.reasons).map(([value, words]) =>
    element("label", { class: "reason" }, element("input", { type: "radio", name: "reason", value, required: true }), element("span", {}, words)),
  );
  const comment = element("textarea", { rows: 2, maxlength: 500 });
  const submit = (event) => {
    event.preventDefault();
    send(event.target.elements.reason.value, masked(comment.value));
  };
  return element(
    "form",
    { class: "correction", submit },
    element("fieldset", {}, element("legend", {}, say("reason")), choices),
    element("label", { class: "comment" }, say("comment"), comment),
    element("div", { class: "tools" }, element("button", { type: "submit", class: "main" }, say("submit")), button({ class: "quiet", click: close }, say("cancel"))),
  );
};

/** The row below an answer. */
export const opinion = (turn, memory) => {
  const told = element("p", { class: "told", role: "status" });
  const place = element("div");
  const wrong = button({ class: "quiet", "aria-expanded": "false" }, say("wrong"));
  const close = () => {
    refill(place);
    wrong.setAttribute("aria-expanded", "false");
    wrong.focus();
  };
  const send = async (rating, more = {}) => {
    try {
      await post("feedback", { session: memory.talk.token, key: turn.key, rating, ...more });
      turn.rating = rating;
      memory.save();
      mark();
      told.textContent = say(rating === "wrong" ? "wrong_thanks" : "thanks");
      if (rating === "wrong") close();
    } catch {
      told.textContent = say("not_saved");
    }
  };
  const rated = ["good", "bad"].map((rating) => button({ class: "quiet", "data-rating": rating, click: () => send(rating) }, icon("check"), say(rating)));
  const mark = () => rated.forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.rating === turn.rating)));
  wrong.addEventListener("click", () => {
    if (place.firstChild) return close();
    place.append(form((reason, comment) => send("wrong", { reason, comment }), close));
    wrong.setAttribute("aria-expanded", "true");
    place.querySelector("input").focus();
  });
  mark();
  const row = element("div", { class: "tools", role: "group", "aria-label": say("feedback") }, ...rated, wrong);
  return element("div", { class: "opinion" }, row, place, told);
};
