import { element } from "./elements.js";

/** What leaves the screen: printed, saved as a file, copied. */

const PRINTED =
  "body{font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;margin:2em;color:#000}" +
  "h1{font-size:1.3em;border-bottom:1px solid #000;padding-bottom:.4em}h2{font-size:1.05em;margin:1.2em 0 .3em}" +
  "p{margin:.3em 0;white-space:pre-wrap}li{margin:.3em 0;list-style:none}li::before{content:'☐ '}li[data-done]::before{content:'☑ '}ul{padding:0}";

/** Prints elements on a sheet of their own, so that nothing of the page around comes along. */
export const print = (title, ...content) => {
  const frame = element("iframe", { title, class: "sheet", "aria-hidden": "true", tabindex: "-1" });
  document.documentElement.append(frame);
  Object.assign(frame.style, { position: "fixed", width: "0", height: "0", border: "0" });
  const sheet = frame.contentDocument;
  sheet.title = title;
  sheet.documentElement.lang = "zh-CN";
  sheet.body.append(element("h1", {}, title), ...content);
  if ("adoptedStyleSheets" in sheet) {
    const look = new frame.contentWindow.CSSStyleSheet();
    look.replaceSync(PRINTED);
    sheet.adoptedStyleSheets = [look];
  }
  frame.contentWindow.addEventListener("afterprint", () => setTimeout(() => frame.remove(), 1000));
  frame.contentWindow.focus();
  frame.contentWindow.print();
};

/** Offers a text as a file. */
export const download = (name, text) => {
  const href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
};

/** Copies a text; false where the browser does not let it. ``near`` is where a field may stand for a moment. */
export const copy = async (text, near) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" });
    field.value = text;
    near.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
};
