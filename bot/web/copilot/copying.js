/** Copies a text, also where the page is not served by HTTPS and browsers offer no clipboard. */

const by_hand = (text) => {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  (document.querySelector("dialog[open]") || document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
};

/** Whether it was copied. The focus stays where it is. */
export const copy = async (text) => {
  const before = document.activeElement;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return by_hand(text);
  } finally {
    if (before && before !== document.activeElement) before.focus();
  }
};
