/** Elements of text nodes and attributes only: nothing that is said or sent is ever read as HTML. */

/** An element. A function among the attributes listens to the event of its name. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
};

/** A button; it never sends a form by itself. */
export const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);

/** The element of that id. */
export const byId = (id) => document.getElementById(id);

/** Removes all children, puts others in their place, and hides what is empty. */
export const refill = (parent, ...children) => {
  const shown = children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== "");
  parent.replaceChildren(...shown);
  return parent;
};

/** A sentence with what stands in braces filled in. */
export const fill = (text, values = {}) =>
  String(text).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));

/** A link to a web page or a telephone; plain text where the address is of another kind. */
export const link = (href, ...children) => {
  const kind = /^(https?|tel):/.exec(href);
  if (!kind) return element("span", {}, ...children);
  const away = kind[1] === "tel" ? {} : { target: "_blank", rel: "noopener noreferrer" };
  return element("a", { href, ...away }, ...children);
};

/** A key as it is shown. */
export const key = (name) => element("kbd", {}, name);
