import { QingfengChat } from "./chat.js";
import { element } from "./elements.js";

/** Defines the element, puts one on the page unless it has one, and lets links of the page open it with a question. */

const begin = () => {
  customElements.define("qingfeng-chat", QingfengChat);
  const chat = document.querySelector("qingfeng-chat") || element("qingfeng-chat");
  if (!chat.isConnected) document.documentElement.append(chat);
  document.addEventListener("click", (event) => {
    const asked = event.target instanceof Element && event.target.closest("[data-qingfeng-ask]");
    if (!asked) return;
    event.preventDefault();
    if (asked.dataset.qingfengAsk) chat.ask(asked.dataset.qingfengAsk);
    else chat.show();
  });
};

// A script that stands twice on a page begins once.
if (!customElements.get("qingfeng-chat")) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
