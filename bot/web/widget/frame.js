import { button, element, say } from "./elements.js";
import { icon } from "./icons.js";
import { BASE } from "./server.js";

/** The panel around the conversation, and its clothes. */

const title = (level) => element(level, {}, say("name"), element("span", { class: "rest" }, say("subject")));

/** The parts that the chat works with. */
export const frame = (chat) => {
  const change = (act) => () => chat.changed(chat.preferences[act]());
  const launcher = button({ class: "launcher", "aria-haspopup": "dialog", click: () => chat.show() }, icon("chat"), element("span", {}, say("open")));
  const seniorButton = button({ class: "bar", click: change("toggleSenior") }, say("senior"));
  const sizeButton = button({ class: "bar", click: change("nextSize") }, say("size"));
  const closer = chat.full ? null : button({ class: "bar", click: () => chat.hide() }, icon("close"), element("span", {}, say("close")));
  const status = element("p", { class: "state", role: "status" });
  const announcer = element("div", { class: "unseen", "aria-live": "polite", "aria-atomic": "true" });
  const asking = element("div", { class: "asking" });
  const bar = element("div", { class: "top" }, title(chat.full ? "h1" : "h2"), element("div", { class: "bars" }, seniorButton, sizeButton, chat.menu.opener, closer));
  const role = chat.full ? { role: "main" } : { role: "dialog", "aria-modal": "true", hidden: true };
  const panel = element("div", { class: "panel", ...role, "aria-label": say("dialog") }, bar, chat.menu.list, chat.log.box, status, announcer, asking, chat.composer.form);
  const root = element("div", { class: chat.full ? "root full" : "root", lang: "zh-CN" });
  root.append(...(chat.full ? [panel] : [element("section", { "aria-label": say("dialog") }, launcher), panel]));
  launcher.hidden = chat.full;
  return { root, panel, launcher, seniorButton, sizeButton, status, announcer, asking };
};

/** Puts the style sheet on the shadow root without a <style>; browsers without constructable sheets load it. */
export const dress = (shadow, root) => {
  if ("adoptedStyleSheets" in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SETTINGS.style);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(root);
  } else {
    shadow.append(element("link", { rel: "stylesheet", href: new URL("qingfeng.css", BASE).href }), root);
  }
};

/** Tab goes round inside the panel. */
export const keepFocusInside = (shadow, panel, event) => {
  const all = [...panel.querySelectorAll("a[href],button,input,textarea,[tabindex='0']")].filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
  const [first, last] = [all[0], all[all.length - 1]];
  const here = shadow.activeElement;
  if (event.shiftKey && here === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && here === last) {
    event.preventDefault();
    first.focus();
  }
};
