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
