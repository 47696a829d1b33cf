/** Line drawings on a square of 24; decoration, the words stand beside them. */

const DRAWINGS = {
  chat: "M4 5h16v11H9l-5 4z M8 9.5h8 M8 12.5h5",
  close: "M6 6l12 12 M18 6L6 18",
  menu: "M5 7h14 M5 12h14 M5 17h14",
  send: "M5 12h13 M12 5l7 7-7 7",
  stop: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M5.8 5.8l12.4 12.4",
  must: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 7.5v6 M12 16.5v.2",
  check: "M5 12.5l4.5 4.5L19 7.5",
  phone: "M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4 5.5a2 2 0 0 1 2-2z",
  speak: "M4 9.5v5h3.5L12 18.5V5.5L7.5 9.5z M15.5 9a4 4 0 0 1 0 6 M18 6.5a8 8 0 0 1 0 11",
  listen: "M12 3.5a2.5 2.5 0 0 0-2.5 2.5v5.5a2.5 2.5 0 0 0 5 0V6A2.5 2.5 0 0 0 12 3.5z M6 11a6 6 0 0 0 12 0 M12 17v3.5",
  copy: "M9 9h10v11H9z M15 9V4H5v11h4",
  print: "M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z",
  book: "M5 4.5h10a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3z M5 17a3 3 0 0 1 3-3h10",
  list: "M10 6h10 M10 12h10 M10 18h10 M4 6l1 1 2-2 M4 12l1 1 2-2 M4 18l1 1 2-2",
  place: "M12 21s-7-6-7-11.5a7 7 0 0 1 14 0C19 15 12 21 12 21z M12 7.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  time: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 7v5.5l3.5 2",
  tip: "M9 18h6 M10 21h4 M12 3a6 6 0 0 0-3.5 10.9V16h7v-2.1A6 6 0 0 0 12 3z",
};

const SVG = "http://www.w3.org/2000/svg";

/** The drawing of that name. */
export const icon = (name) => {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [key, value] of [["viewBox", "0 0 24 24"], ["class", "icon"], ["aria-hidden", "true"], ["focusable", "false"]])
    drawing.setAttribute(key, value);
  path.setAttribute("d", DRAWINGS[name]);
  drawing.append(path);
  return drawing;
};
