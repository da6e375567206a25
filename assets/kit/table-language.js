// The language of a table: that of the page around it, in which numbers and dates are written and read.

export class Language {
  /** For Intl: undefined where the page says none, or one that browsers do not know. @type {string | undefined} */
  tag;
  /** What stands before the decimals of a number. */
  decimal;

  /** @param {Element} element */
  constructor(element) {
    const said = element.closest('[lang]')?.getAttribute('lang')?.replaceAll('_', '-') || undefined;
    this.tag = isKnown(said) ? said : undefined;
    const parts = new Intl.NumberFormat(this.tag).formatToParts(1.5);
    this.decimal = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  }

  /** By which the program knows how numbers are meant. */
  get name() {
    return this.tag ?? navigator.language;
  }

  /** A number as people of this language edit it. @param {string} number */
  written(number) {
    return this.decimal === '.' ? number : number.replace('.', this.decimal);
  }
}

/** @param {string | undefined} tag */
function isKnown(tag) {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag ?? []).length > 0;
  } catch {
    return false;
  }
}
