import { Composer } from "./composer.js";
import { button, element, refill, say } from "./elements.js";
import { icon } from "./icons.js";
import { Log } from "./log.js";
import { Memory } from "./memory.js";
import { confirmed, Menu } from "./menu.js";
import { download, print } from "./paper.js";
import { Preferences } from "./preferences.js";
import { masked } from "./privacy.js";
import { deleteThere, newKey, Sending } from "./sending.js";
import { dress, frame, keepFocusInside } from "./frame.js";
import { stopSpeaking } from "./speech.js";

/** <qingfeng-chat>: the button in the corner and the panel behind it, or with the attribute ``full`` a whole page. */
export class QingfengChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.full = this.hasAttribute("full");
    this.memory = new Memory();
    this.sending = new Sending(this.memory, (state) => this.state(state));
    this.log = new Log(this.memory, (text, shown) => this.ask(text, shown), (turn) => this.deliver(turn));
    this.composer = new Composer(this.memory, (text) => this.ask(text), (text) => this.announce(text));
    this.menu = new Menu([
      ["new", () => this.restart(say("new_ask"))],
      ["dark", () => this.changed(this.preferences.toggleDark())],
      ["download", () => this.download()],
      ["print", () => this.print()],
      ["clear", () => this.restart(say("clear_ask"))],
    ]);
    Object.assign(this, frame(this));
    dress(this.attachShadow({ mode: "open" }), this.root);
    this.preferences = new Preferences(this.root, this.memory);
    this.changed("");
    this.panel.addEventListener("keydown", (event) => this.key(event));
    if (this.full || this.memory.talk.open) this.show(false);
    this.resume();
  }

  /** Opens the panel; ``focus`` is false where it was open before the page was loaded. */
  show(focus = true) {
    this.before = document.activeElement;
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.memory.talk.open = true;
    this.memory.save();
    const last = this.memory.talk.turns[this.memory.talk.turns.length - 1];
    if (last) this.log.show(last);
    if (focus) this.composer.focus();
  }

  /** Closes it and gives the focus back to where it came from. */
  hide() {
    if (this.full) return;
    stopSpeaking();
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.memory.talk.open = false;
    this.memory.save();
    const back = this.before && this.before !== document.body && this.before !== this ? this.before : this.launcher;
    back.focus();
  }

  /** Asks a question, shown as it was tapped. A page around may call it too. */
  ask(text, shown) {
    if (this.panel.hidden) this.show();
    const turn = { key: newKey(), text: masked(text), shown };
    this.memory.talk.turns.push(turn);
    this.memory.save();
    this.composer.focus();
    return this.deliver(turn);
  }

  async deliver(turn) {
    const talk = this.memory.talk;
    delete turn.trouble;
    this.log.draw(turn);
    this.log.show(turn);
    try {
      turn.card = await this.sending.card(turn);
    } catch (trouble) {
      turn.trouble = trouble.message || say("given_up");
    }
    if (this.memory.talk !== talk) return; // cleared meanwhile
    this.memory.save();
    this.log.draw(turn);
    this.log.show(turn);
    this.state(turn.card ? "answered" : "");
    this.announce(turn.card ? `${say("answered")}：${turn.card.text}` : turn.trouble);
  }

  /** Sends what a reload or a fallen browser left unanswered; deletes there what could not be deleted before. */
  resume() {
    this.memory.talk.turns.filter((turn) => !turn.card && !turn.trouble).forEach((turn) => this.deliver(turn));
    if (this.memory.toDelete.length) deleteThere(this.memory);
    window.addEventListener("online", () => deleteThere(this.memory));
  }

  async restart(question) {
    if (!(await confirmed(this.asking, question))) return;
    stopSpeaking();
    this.memory.forget();
    this.composer.field.value = "";
    this.log.redraw();
    this.changed(say((await deleteThere(this.memory)) ? "cleared" : "clear_later"));
    this.composer.focus();
  }

  download() {
    const text = this.log.text();
    if (text) download(`${say("file")}.txt`, `${say("notice")}\n\n${text}`);
    else this.changed(say("nothing"));
  }

  print() {
    const text = this.log.text();
    if (text) print(say("file"), element("p", {}, say("notice")), element("p", {}, text));
    else this.changed(say("nothing"));
  }

  /** What is going on, to see and to hear. */
  state(name) {
    const said = { "": "", answered: "", back: say("back") };
    this.status.textContent = name in said ? said[name] : say(name);
    this.status.dataset.state = name;
  }

  changed(sentence) {
    this.status.textContent = sentence;
    this.seniorButton.setAttribute("aria-pressed", String(this.preferences.senior));
    this.sizeButton.hidden = !this.preferences.senior;
    this.menu.list.querySelector("[data-act=dark]").textContent = say(this.preferences.dark ? "light" : "dark");
  }

  announce(text) {
    refill(this.announcer, text);
  }

  key(event) {
    event.stopPropagation(); // the page's own shortcuts are not meant
    if (event.key === "Escape") this.escape();
    else if (event.key === "Tab" && !this.full) keepFocusInside(this.shadowRoot, this.panel, event);
  }

  escape() {
    if (!this.composer.suggesting.box.hidden) return this.composer.suggesting.close();
    if (!this.menu.open) return this.hide();
    this.menu.toggle(false);
    return this.menu.opener.focus();
  }
}
