/** The left side: what was said, what to ask next, what may be meant. */

import { go_on } from "./calls.js";
import { button, byId, element, fill, key, refill } from "./dom.js";
import { words } from "./words_of.js";

const fragment = (one) => (text, place) =>
  element(
    "li",
    {},
    element("span", {}, text),
    button(
      {
        class: "drop",
        title: words.page.remove,
        "aria-label": `${words.page.remove}：${text}`,
        click: () => go_on({ fragments: one.call.fragments.filter((_, other) => other !== place) }),
      },
      "×",
    ),
  );

/** The fragments, the newest in sight. */
export const draw_said = (one) => {
  const list = refill(byId("fragments"), one.call.fragments.map(fragment(one)));
  list.scrollTop = list.scrollHeight;
};

/** What an option of the question does: it chooses the item that it names, else the caller has said it. */
const take_option = (one, option) => {
  const named = one.shown.live.ranked.find((row) => row.title === option.value);
  return named ? go_on({ item: named.number }) : go_on({ fragment: option.value });
};

/** The question to ask next. */
export const draw_asking = (one) => {
  const ask = one.shown.live.ask;
  const area = byId("asking");
  area.hidden = !ask;
  if (!ask) return refill(area);
  const options = ask.options.map((option) => button({ class: "option", click: () => take_option(one, option) }, option.label));
  return refill(
    area,
    element("h2", {}, words.page.asking, options.length ? key("A") : null),
    element("p", { class: "question" }, ask.text),
    options.length ? element("div", { class: "options" }, options) : null,
  );
};

const certainty = (row, one) => {
  if (row.number === one.call.item) return element("span", { class: "badge chosen" }, words.page.chosen);
  return element("span", { class: row.sure ? "badge sure" : "badge unsure" }, row.sure ? words.page.sure : words.page.unsure);
};

const candidate = (one) => (row, place) =>
  element(
    "li",
    {},
    button(
      {
        class: "candidate",
        "aria-current": row.number === one.shown.live.item ? "true" : null,
        "data-number": row.number,
        click: () => go_on({ item: row.number }),
      },
      key(place + 1),
      element(
        "span",
        { class: "what" },
        element("span", { class: "title" }, element("span", { class: "no" }, row.number), row.title),
        element(
          "span",
          { class: "why" },
          row.category,
          row.why.length ? [` · ${words.page.why} `, row.why.map((word) => element("mark", {}, word))] : null,
        ),
      ),
      element(
        "span",
        { class: "odds" },
        certainty(row, one),
        element("meter", { min: 0, max: 1, value: row.score, "aria-label": `${Math.round(row.score * 100)}%` }),
        element("span", { class: "percent", "aria-hidden": "true" }, `${Math.round(row.score * 100)}%`),
      ),
    ),
  );

/** The ranking; what else was asked in the same words below it. */
export const draw_ranking = (one) => {
  const { ranked, further, status } = one.shown.live;
  const chosen = one.call.item !== null;
  refill(
    byId("ranking"),
    element(
      "h2",
      {},
      words.page.ranking,
      element("span", { class: `state ${status}` }, words.statuses[status] || ""),
      chosen ? button({ class: "link", click: () => go_on({ item: null }) }, words.page.unchoose, key("0")) : null,
    ),
    ranked.length
      ? element("ol", { class: "candidates" }, ranked.map(candidate(one)))
      : element("p", { class: "none" }, status === "empty" ? words.page.nothing : words.page.ranking_none),
    further.length
      ? [element("h3", {}, words.page.further), element("ul", { class: "candidates further" }, further.map((row) => further_row(row)))]
      : null,
  );
};

const further_row = (row) =>
  element(
    "li",
    {},
    button(
      { class: "candidate", click: () => go_on({ item: row.number }) },
      element("span", { class: "what" }, element("span", { class: "title" }, element("span", { class: "no" }, row.number), row.title)),
    ),
  );

/** What a screen reader says of the result. */
export const say_result = (one) => {
  const { live } = one.shown;
  const first = live.ranked.find((row) => row.number === live.item);
  const parts = live.refused.map((row) => fill(words.page.shown_refused, row));
  if (first) parts.push(fill(words.page.shown, { ...first, certainty: first.sure ? words.page.sure : words.page.unsure }));
  if (live.ask) parts.push(fill(words.page.shown_ask, { question: live.ask.text }));
  byId("status").textContent = parts.join("。");
};
