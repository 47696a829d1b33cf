import { checklist } from "./checklist.js";
import { button, element, link, say, unseen } from "./elements.js";
import { icon } from "./icons.js";
import { opinion } from "./opinion.js";
import { canSpeak, speak, stopSpeaking } from "./speech.js";

/** One answer as a card. Conditions and prohibited cases stand first; the server has put them there. */

const SIGNS = { prohibited: "stop", eligibility: "must", notes: "must", materials: "list", channel: "place", time_limit: "time", tips: "tip", phone_office: "place" };
const STATUS_SIGNS = { prohibited: "stop", clarify: "chat", handoff: "phone", complaint: "phone", out_of_scope: "must", error: "must" };

const run = (part) => {
  if (!part.href) return part.text;
  const away = part.href.startsWith("http");
  return link(part.href, { class: away ? "away" : "dial" }, part.text, away ? unseen(say("opens_new")) : null);
};

const line = (one) => [
  one.mine ? element("strong", { class: "mine" }, say("mine")) : null,
  one.way ? element("span", { class: `way ${one.way}` }, SETTINGS.ways[one.way]) : null,
  element("span", {}, one.parts.map(run)),
  one.source ? element("span", { class: "source-of" }, say("source_of", { source: one.source })) : null,
];

const list = (group) => [
  group.name ? element("h5", { class: "group" }, group.name) : null,
  group.lines.length === 1 && !group.lines[0].way
    ? element("p", { class: group.lines[0].mine ? "is-mine" : null }, line(group.lines[0]))
    : element("ul", {}, group.lines.map((one) => element("li", { class: [one.under && "under", one.mine && "is-mine"].filter(Boolean).join(" ") || null }, line(one)))),
];

const block = (part, ticks, changed) => {
  const sign = SIGNS[part.aspect];
  const heading = part.title
    ? element("h4", {}, sign ? icon(sign) : null, element("span", {}, part.title), part.asked ? element("span", { class: "asked" }, say("asked")) : null)
    : null;
  const content = part.tick ? checklist(part.title, part.groups, ticks, line, changed) : part.groups.map(list);
  return element("section", { class: `block ${part.tone}` }, heading, content);
};

const choices = (options, choose, label, shown = true) =>
  options.length
    ? element(
        "div",
        { class: "choices", role: "group", "aria-label": label },
        shown ? element("p", { class: "small" }, label) : null,
        options.map((option) => button({ class: "choice", click: () => choose(option) }, option.label)),
      )
    : null;

const phones = (numbers) =>
  numbers.length
    ? element(
        "div",
        { class: "phones" },
        numbers.map((one) => link(one.href, { class: "phone", "aria-label": say("dial", one) }, icon("phone"), element("strong", {}, one.number), element("span", {}, one.use))),
      )
    : null;

const voice = (text) => {
  const words = element("span", {}, say("speak"));
  const reading = (on) => {
    toggle.setAttribute("aria-pressed", String(on));
    words.textContent = say(on ? "stop" : "speak");
  };
  const toggle = button({ class: "quiet speak", "aria-pressed": "false" }, icon("speak"), words);
  toggle.addEventListener("click", () => {
    if (toggle.getAttribute("aria-pressed") === "true") return stopSpeaking(), reading(false);
    reading(true);
    return speak(text, () => reading(false));
  });
  return toggle;
};

const body = (card, ticks, changed, choose) => [
  element(
    "div",
    { class: `head ${card.status}` },
    element("p", { class: "status" }, icon(STATUS_SIGNS[card.status] || "book"), SETTINGS.status[card.status]),
    card.title ? element("h3", {}, unseen(say("understood")), card.title) : null,
    card.said.length ? element("p", { class: "small" }, `${say("you_said")}：${card.said.join("；")}`) : null,
  ),
  card.blocks.map((part, n) => block(part, (ticks[n] = ticks[n] || {}), changed)),
  card.ask ? element("div", { class: "asks" }, element("p", { class: "ask" }, card.ask), choices(card.replies, choose, SETTINGS.status.clarify, false)) : null,
  card.also.map((further, n) =>
    element("div", { class: "also" }, element("p", { class: "small" }, say("also")), body(further, (ticks[`also${n}`] = ticks[`also${n}`] || {}), changed, choose)),
  ),
  choices(card.options, choose, say("next")),
  card.source ? element("p", { class: "source" }, icon("book"), card.source) : null,
];

/** The card of a turn; ``choose`` is called with an option that is tapped. */
export const cardOf = (turn, memory, choose) => {
  const { card } = turn;
  turn.ticks = turn.ticks || {};
  return element(
    "article",
    { class: `card ${card.status}`, tabindex: "-1", "aria-label": `${say("answer")}：${card.title || SETTINGS.status[card.status]}` },
    body(card, turn.ticks, () => memory.save(), choose),
    phones(card.phones),
    element("footer", {}, canSpeak ? voice(card.text) : null, opinion(turn, memory)),
  );
};
