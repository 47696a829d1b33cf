/** Numbers that belong to a person are covered before anything is sent; the server does it again. */

const PERSONAL = SETTINGS.personal.map((pattern) => new RegExp(pattern, "g"));

/** The text with such numbers covered. */
export const masked = (text) => {
  const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return PERSONAL.reduce((said, pattern) => said.replace(pattern, `$1${SETTINGS.mask}`), narrow);
};

/** Whether something in the text would be covered. */
export const isPersonal = (text) => masked(text).includes(SETTINGS.mask) && !text.includes(SETTINGS.mask);
