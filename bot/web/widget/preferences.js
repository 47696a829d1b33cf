import { say } from "./elements.js";

/** How it looks: senior mode with its sizes, dark or light. Remembered in the browser. */

const SIZES = [24, 27, 30, 34];

export class Preferences {
  /** ``root`` carries the look as attributes. */
  constructor(root, memory) {
    this.root = root;
    this.memory = memory;
    this.system = window.matchMedia("(prefers-color-scheme: dark)");
    if (this.system.addEventListener) this.system.addEventListener("change", () => this.apply());
    this.apply();
  }

  get senior() {
    return Boolean(this.memory.look.senior);
  }

  get dark() {
    const { theme } = this.memory.look;
    return theme ? theme === "dark" : this.system.matches;
  }

  get size() {
    return SIZES.includes(this.memory.look.size) ? this.memory.look.size : SIZES[0];
  }

  apply() {
    this.root.dataset.theme = this.dark ? "dark" : "light";
    this.root.dataset.size = this.senior ? String(this.size) : "";
    this.root.classList.toggle("senior", this.senior);
    this.memory.save();
  }

  /** Each returns the sentence that says what has changed. */
  toggleSenior() {
    this.memory.look.senior = !this.senior;
    this.apply();
    return say(this.senior ? "senior_on" : "senior_off");
  }

  toggleDark() {
    this.memory.look.theme = this.dark ? "light" : "dark";
    this.apply();
    return say(this.dark ? "dark" : "light");
  }

  nextSize() {
    this.memory.look.size = SIZES[(SIZES.indexOf(this.size) + 1) % SIZES.length];
    this.apply();
    return say("size_now", { n: this.size });
  }
}
