/** Names below tiles: on two lines, and shortened in the middle if they are longer. */

/** Characters before the extension that stay when a name is shortened: `holiday in the / mount…0017.jpg`. */
const KEPT = 4;

/** The part of a line that has to be filled before it may end at a word. */
const FILLED = 0.3;

/** Letters that join: a word of them is not taken apart before its end. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}]/u;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export class Names {
  #pen = document.createElement('canvas').getContext('2d');
  /** Pixels for a name; 0 where style sheets shorten it. */
  width = 0;

  /** @param {CSSStyleDeclaration} style Of the names. @param {number} width Pixels for a name. */
  measure(style, width) {
    if (this.#pen) this.#pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    this.width = Math.floor(width);
  }

  /** A name as one line or two. @param {string} name */
  lines(name) {
    if (this.#fits(name)) return [name];
    const parts = [...letters.segment(name)].map(({ segment }) => segment);
    const first = this.#firstLine(parts, name);
    const rest = parts.slice(first).join('');
    const line = parts.slice(0, first).join('').trimEnd();
    return [line, this.#fits(rest) ? rest : this.#shortened(parts.slice(first), rest)];
  }

  /** How many letters the first line has: to the extension or the end of a word, if that does not leave it almost empty. @param {string[]} parts @param {string} name */
  #firstLine(parts, name) {
    const most = Math.max(1, this.#longest(parts, ''));
    const extension = parts.length - [...letters.segment(name.slice(extensionAt(name)))].length;
    if (extension > most * FILLED && extension <= most) return extension;
    for (let end = most; end > most * FILLED; end -= 1) {
      if (/[\s\-_.,)\]]$/.test(parts[end - 1])) return end;
    }
    return most;
  }

  /** @param {string[]} parts @param {string} text The same. */
  #shortened(parts, text) {
    const extension = text.slice(extensionAt(text));
    const stem = parts.slice(0, parts.length - [...letters.segment(extension)].length);
    let kept = stem.slice(-KEPT);
    if (JOINED.test(kept.join(''))) kept = [];
    while (kept.length > 0 && !this.#fits(`……${kept.join('')}${extension}`)) kept = kept.slice(1);
    const end = kept.join('') + extension;
    return parts.slice(0, this.#longest(stem, `…${end}`)).join('').trimEnd() + `…${end}`;
  }

  /** How many letters fit before an end. @param {string[]} parts @param {string} end */
  #longest(parts, end) {
    let [low, high] = [0, parts.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#fits(parts.slice(0, middle).join('') + end)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @param {string} text */
  #fits(text) {
    return !this.#pen || this.#pen.measureText(text).width <= this.width;
  }
}

/** Where the extension of a name begins; its end if there is none. @param {string} name */
export function extensionAt(name) {
  const found = /(\.tar)?\.[^.\s]{1,12}$/i.exec(name);
  return found && found.index > 0 ? found.index : name.length;
}
