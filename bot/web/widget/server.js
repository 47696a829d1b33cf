/** The server's side, wherever the script came from. */

export const BASE = new URL(".", document.currentScript.src);
const PATIENCE = 20000;

/** A refusal with its sentence for people, or (without ``status``) a server that is out of reach. */
export class Trouble extends Error {
  constructor(message, code, status) {
    super(message);
    this.code = code;
    this.status = status;
  }

  /** Whether asking again may help: nothing came back, or the server failed. */
  get passing() {
    return !this.status || this.status >= 500;
  }
}

const fetched = async (path, options) => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    return await fetch(new URL(path, BASE), { credentials: "omit", cache: "no-store", signal: abort.signal, ...options });
  } catch {
    throw new Trouble("", "unreachable");
  } finally {
    clearTimeout(timer);
  }
};

const read = async (response) => {
  const data = await response.json().catch(() => ({}));
  if (response.ok) return data;
  const { code, message } = data.error || {};
  throw new Trouble(message || "", code || "failed", response.status);
};

/** What the server answers to data sent there. Throws Trouble. */
export const post = async (path, data) =>
  read(await fetched(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data) }));

/** Suggestions for what is typed so far; none while the server is out of reach. */
export const suggestions = async (typed) => {
  try {
    return (await read(await fetched(`suggest?q=${encodeURIComponent(typed)}`, {}))).suggestions;
  } catch {
    return [];
  }
};
