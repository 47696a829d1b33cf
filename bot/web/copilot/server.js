/** What the server is asked. A refusal is an Error with its code and sentence; of a name only the newest request counts. */

const under_way = new Map();

/** A refusal, or no answer at all (code "offline"). */
export class Refusal extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const answered = async (path, options) => {
  let reply;
  try {
    reply = await fetch(path, { credentials: "same-origin", headers: { "Content-Type": "application/json", Accept: "application/json" }, ...options });
  } catch (error) {
    throw error.name === "AbortError" ? error : new Refusal("offline", "");
  }
  const data = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Refusal(data.error ? data.error.code : "error", data.error ? data.error.message : "");
  return data;
};

/** Data of a GET. */
export const get = (path, signal) => answered(`/api/v1/copilot/${path}`, { signal });

/** Data of a POST. */
export const post = (path, data, signal) =>
  answered(`/api/v1/copilot/${path}`, { method: "POST", body: JSON.stringify(data), signal });

/** The answer of ``ask``; undefined where a newer request of that name came meanwhile. */
export const newest = async (name, ask) => {
  if (under_way.has(name)) under_way.get(name).abort();
  const mine = new AbortController();
  under_way.set(name, mine);
  try {
    const found = await ask(mine.signal);
    return under_way.get(name) === mine ? found : undefined;
  } catch (error) {
    if (error.name === "AbortError" || error.code === "superseded") return undefined;
    throw error;
  } finally {
    if (under_way.get(name) === mine) under_way.delete(name);
  }
};

/** Whether a request of that name is under way. */
export const waits = (name) => under_way.has(name);
