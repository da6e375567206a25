/** What the `accept` attribute of a file input lets in. */

/**
 * Whether an `accept` attribute (HTML, 4.10.5.1.17) lets a file in: `.ext`, `type/*`, `type/sub`.
 * @param {string} accept @param {File} file
 */
export function accepts(accept, file) {
  const tokens = accept.toLowerCase().split(',').map((token) => token.trim()).filter(Boolean);
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return (
    tokens.length === 0 ||
    tokens.some((token) => {
      if (token.startsWith('.')) return name.endsWith(token);
      if (token === '*/*') return true;
      if (token.endsWith('/*')) return type.startsWith(token.slice(0, -1));
      return type === token;
    })
  );
}

/** @param {string} accept */
const tokens = (accept) => accept.split(',').map((token) => token.trim()).filter(Boolean);

/**
 * Whether it is certain that a file is not let in, however it came: chosen, dropped or pasted.
 * Browsers know few types by name, and systems change them (a CSV may be Excel's on Windows): where
 * they may be wrong, the server judges.
 * @param {string} accept @param {File} file
 */
export function isRefused(accept, file) {
  const isSure = (/** @type {string} */ token) => token.startsWith('.') || (token.endsWith('/*') && file.type !== '');
  return tokens(accept).every(isSure) && !accepts(accept, file);
}

const KINDS = new Map([
  ['image/*', 'pictures'],
  ['audio/*', 'sounds'],
  ['video/*', 'videos'],
  ['text/*', 'texts'],
  ['text/plain', 'texts'],
  ['.pdf', 'PDFs'],
  ['application/pdf', 'PDFs'],
  ['application/zip', 'archives'],
]);

/** What people call what is accepted: `pictures, PDFs and .svgz files`. @param {string} accept */
export function inWords(accept) {
  const words = tokens(accept.toLowerCase()).map((token) => KINDS.get(token) ?? `${token.split('/').pop()} files`);
  return new Intl.ListFormat('en').format(new Set(words));
}
