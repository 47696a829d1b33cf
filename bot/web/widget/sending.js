import { post } from "./server.js";

/**
 * Brings a question to the server until it is answered. Each question has a key of its own: however often it is sent,
 * the server answers it once. Questions go one after the other.
 */

const PAUSES = [1, 2, 4, 8, 15, 30, 30, 30];
const SLOW = 5000;

/** A key that nobody else will have. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const pause = (seconds) =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    window.addEventListener("online", done);
  });

export class Sending {
  /** ``tell`` is called with what is going on: asking, slow, offline, failing, back, expired. */
  constructor(memory, tell) {
    this.memory = memory;
    this.tell = tell;
    this.queue = Promise.resolve();
  }

  /** The card that answers the turn. Throws Trouble where it is refused or all tries failed. */
  card(turn) {
    const answer = this.queue.then(() => this.tries(turn));
    this.queue = answer.catch(() => {});
    return answer;
  }

  async tries(turn) {
    let troubled = false;
    for (const seconds of [...PAUSES, null]) {
      this.tell("asking");
      const slow = setTimeout(() => this.tell("slow"), SLOW);
      try {
        const card = await this.once(turn);
        if (troubled) this.tell("back");
        return card;
      } catch (trouble) {
        if (!trouble.passing || seconds === null) throw trouble;
        troubled = true;
      } finally {
        clearTimeout(slow);
      }
      this.tell(navigator.onLine ? "failing" : "offline");
      await pause(seconds);
    }
  }

  async once(turn) {
    const talk = this.memory.talk;
    try {
      if (!talk.token) await this.begin(talk);
      return await this.ask(talk, turn);
    } catch (trouble) {
      if (trouble.code !== "session_invalid") throw trouble;
      this.tell("expired");
      await this.begin(talk);
      return this.ask(talk, turn);
    }
  }

  async begin(talk) {
    talk.token = (await post("session", {})).session;
    this.memory.save();
  }

  async ask(talk, turn) {
    const { session, card } = await post("ask", { session: talk.token, key: turn.key, text: turn.text });
    talk.token = session;
    return card;
  }
}

/** Deletes on the server what was cleared here; what cannot be deleted now stays on the list. */
export const deleteThere = async (memory) => {
  for (const session of [...memory.toDelete]) {
    try {
      await post("forget", { session });
    } catch (trouble) {
      if (trouble.passing) return false;
    }
    memory.toDelete = memory.toDelete.filter((other) => other !== session);
    memory.save();
  }
  return true;
};
