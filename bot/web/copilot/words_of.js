/** The sentences of console.yml, the categories of the guide: fetched once, before anything is drawn. */

import { get } from "./server.js";

export const words = {};
export const categories = [];

/** Fetches both. */
export const load_words = async () => {
  const found = await get("guide");
  Object.assign(words, found.words);
  categories.push(...found.categories);
};
