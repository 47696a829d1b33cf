/**
 * What outlives a reload. The conversation lasts as long as the tab, for a hall's computer is shared; how it shall
 * look lasts in the browser. Where a browser forbids storage, both last as long as the page.
 */

const keep = (area, name, value) => {
  try {
    window[area].setItem(name, JSON.stringify(value));
  } catch {
    /* forbidden or full: the page's own memory has it */
  }
};

const kept = (area, name, otherwise) => {
  try {
    return JSON.parse(window[area].getItem(name)) || otherwise;
  } catch {
    return otherwise;
  }
};

const TALK = "qingfeng-talk";
const LOOK = "qingfeng-look";
const DELETE = "qingfeng-delete";
const MOST_TURNS = 40;

export class Memory {
  constructor() {
    this.talk = kept("sessionStorage", TALK, { token: null, open: false, draft: "", turns: [] });
    this.look = kept("localStorage", LOOK, {});
    this.toDelete = kept("localStorage", DELETE, []);
  }

  save() {
    this.talk.turns = this.talk.turns.slice(-MOST_TURNS);
    keep("sessionStorage", TALK, this.talk);
    keep("localStorage", LOOK, this.look);
    keep("localStorage", DELETE, this.toDelete);
  }

  /** Drops the conversation; its token is kept until the server has deleted its side too. */
  forget() {
    if (this.talk.token) this.toDelete.push(this.talk.token);
    this.talk = { token: null, open: this.talk.open, draft: "", turns: [] };
    this.save();
  }
}
