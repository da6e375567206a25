/** Texts in the language of the person: the messages here are English, a script of the server has translations. */

/** @type {{ tag: string, texts: Record<string, string | string[]>, form: (count: number) => number } | undefined} */
const spoken = /** @type {any} */ (globalThis).satchelLanguage;

/** For Intl. */
export const language = spoken?.tag ?? 'en';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** @typedef {Record<string, string | number>} Values Numbers are written as the language does, names that run from right to left isolated. */

/** @param {string} text A message with names of values: `Send {name}`. @param {Values} [values] */
export function _(text, values) {
  return filled(spoken?.texts[text] ?? text, values);
}

/** Marks a message for the catalogues that `_` gets later. @param {string} text */
export const N_ = (text) => text;

/** @param {string} one In English, for 1. @param {string} many For other counts: `{count} files`. @param {number} count @param {Values} [values] Others. */
export function ngettext(one, many, count, values) {
  return filled(spoken?.texts[many]?.[spoken.form(count)] ?? (count === 1 ? one : many), { count, ...values });
}

/** @param {string | string[]} text @param {Values} [values] */
function filled(text, values) {
  return values ? `${text}`.replace(/\{(\w+)\}/g, (all, name) => shown(values[name] ?? all)) : `${text}`;
}

/** @param {string | number} value */
function shown(value) {
  if (typeof value === 'number') return value.toLocaleString(language);
  return RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}

// For modules that are loaded lazily: if they imported this one, it would be a file of its own.
globalThis.satchelTexts = { _, ngettext };
