/** The right side above: why it cannot be done, what to say, and what was copied before it changed. */

import { current, stale, text_of, told } from "./calls.js";
import { copy } from "./copying.js";
import { button, byId, element, fill, key, refill } from "./dom.js";
import { keys_table } from "./keys_table.js";
import { toast } from "./toast.js";
import { words } from "./words_of.js";

export const KINDS = { spoken: "S", sms: "M", wechat: "W" };

/** The cases that apply. */
export const draw_refused = (one) => {
  const area = byId("refused");
  const { refused } = one.shown.live;
  area.hidden = !refused.length;
  refill(
    area,
    refused.map((row) => [
      element("h2", {}, element("span", { class: "stamp" }, words.page.refused), row.plain),
      element("p", { class: "because" }, `${words.page.rests_on}：`, row.because.map((said) => element("q", {}, said))),
      element("p", {}, row.printed),
    ]),
    [...new Set(refused.flatMap((row) => row.lawful))].map((way) => element("p", { class: "lawful" }, way)),
  );
};

/** What was copied and has changed since; what is meant now rather than what was chosen. */
export const draw_warning = (one) => {
  const area = byId("warning");
  const old = stale(one);
  const { ranked } = one.shown.live;
  const place = ranked.findIndex((row) => row.sure);
  const moved = one.call.item !== null && place >= 0 && ranked[place].number !== one.call.item;
  const texts = old.map((kind) => words.summary.texts[kind].replace(/^(按|已备)|口头答复$/g, "")).join(words.summary.and);
  area.hidden = !old.length && !moved;
  refill(
    area,
    old.length ? element("p", {}, fill(words.page.stale_warning, { texts })) : null,
    moved ? element("p", {}, fill(words.page.moved, { title: ranked[place].title, key: place + 1 })) : null,
  );
};

/** Copies the draft of that kind. */
export const copy_draft = async (kind) => {
  const one = current();
  const { drafts } = one.shown;
  if (!drafts) return;
  const text = text_of(drafts, kind);
  if (!(await copy(text))) return toast(words.page.copy_failed, true);
  toast(words.page.copied);
  await told(kind, text);
};

const copier = (one, kind, count) => {
  const old = stale(one).includes(kind);
  const done = kind in one.told && !old;
  return button(
    { class: `copy ${old ? "stale" : ""} ${done ? "done" : ""}`, click: () => copy_draft(kind) },
    old ? words.page.stale : done ? `${words.page.copied} · ${words.page[`copy_${kind}`]}` : words.page[`copy_${kind}`],
    count > 1 ? element("span", { class: "count" }, fill(words.page.parts, { n: count })) : null,
    key(KINDS[kind]),
  );
};

const paragraph = (run) =>
  element("p", { class: `say ${run[0].aspect}` }, run.map((sentence) => sentence.text).join(""));

/** Sentences on the same aspect are one paragraph. */
const runs = (sentences) =>
  sentences.reduce((made, sentence) => {
    const last = made[made.length - 1];
    if (last && last[0].aspect === sentence.aspect) last.push(sentence);
    else made.push([sentence]);
    return made;
  }, []);

/** The script with the buttons to copy it. */
export const draw_script = (one) => {
  const { drafts } = one.shown;
  refill(
    byId("script"),
    drafts
      ? [
          element(
            "div",
            { class: "script-head" },
            element("h2", {}, words.page.say_title),
            element("div", { class: "copies" }, copier(one, "spoken", 1), copier(one, "sms", drafts.sms.length), copier(one, "wechat", drafts.wechat.length)),
          ),
          element("div", { class: "script" }, runs(drafts.script).map(paragraph)),
        ]
      : [element("h2", {}, words.page.nothing), keys_table()],
  );
};
