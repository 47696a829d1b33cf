/** The agent's calls: what each has said, chosen and been told; one of them is in front. */

import { get, newest, post, waits } from "./server.js";

const calls = [];
const listeners = [];
let front = null;

const made = (call) => ({ call, shown: null, typed: "", told: {}, done: new Set(), highlighted: 0 });

const tell = () => listeners.forEach((listener) => listener(front));

/** Calls the function whenever something of the calls changed. */
export const listen = (listener) => listeners.push(listener);

/** All calls, and the one in front. */
export const all = () => calls;
export const current = () => front;

const take = (one, shown) => {
  one.call = shown.call;
  one.shown = shown;
};

/** Sends what is new of the call in front, shows what comes of it. */
export const go_on = async (changes = {}) => {
  const one = front;
  const data = { call: one.call.id, typing: one.typed, ...changes };
  const keeps = Object.keys(changes).length > 0;
  const ask = (signal) => post("stream", data, keeps ? undefined : signal);
  const shown = await newest(`stream ${one.call.id}`, ask);
  if (shown === undefined) return;
  take(one, shown);
  if (one === front) tell();
};

/** Puts the call in front. */
export const switch_to = async (one) => {
  front = one;
  tell();
  if (!one.shown) await go_on();
};

/** A new call, in front. */
export const open = async () => {
  const shown = await post("calls", {});
  const one = made(shown.call);
  take(one, shown);
  calls.push(one);
  await switch_to(one);
};

/** The calls that are open on the server; a new one where there is none. */
export const load = async () => {
  for (const call of (await get("calls")).calls) calls.push(made(call));
  await (calls.length ? switch_to(calls[0]) : open());
};

/** The next call, or the one before. */
export const step = (by) => switch_to(calls[(calls.indexOf(front) + by + calls.length) % calls.length]);

/** Ends the call with an outcome, or without a trace where there is none; the next one comes to the front. */
export const end = async (one, outcome) => {
  await post(`calls/${one.call.id}/end`, { outcome });
  const place = calls.indexOf(one);
  calls.splice(place, 1);
  if (one !== front) return tell();
  await (calls.length ? switch_to(calls[Math.max(0, place - 1)]) : open());
};

/** What was copied of the call, by kind of text. */
export const told = async (kind, text) => {
  front.told[kind] = text;
  await go_on({ told: kind });
};

/** The kinds of texts that were copied and are not the same any more. */
export const stale = (one) =>
  Object.keys(one.told).filter((kind) => !one.shown.drafts || one.told[kind] !== text_of(one.shown.drafts, kind));

/** A draft as it is copied. */
export const text_of = (drafts, kind) => (kind === "spoken" ? drafts.spoken : drafts[kind].join("\n\n"));

/** Follows the call in front, for a speech-to-text feed may go on with it. */
export const follow = async () => {
  for (;;) {
    const one = front;
    try {
      const found = one && (await get(`calls/${one.call.id}?after=${one.call.version}`));
      const name = one && `stream ${one.call.id}`;
      if (found && one === front && found.call.version > one.call.version && !waits(name)) await go_on();
    } catch (error) {
      if (error.code === "login_needed") return;
      await new Promise((done) => setTimeout(done, 2000));
    }
    await new Promise((done) => setTimeout(done, 100));
  }
};
