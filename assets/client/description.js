/** What the server is told about a file. */

/** @param {File} file @returns {string} The folders that it lay in, below what was chosen or dropped. */
export function folderOf(file) {
  return file.webkitRelativePath.split('/').slice(0, -1).join('/');
}

/** @param {File} file */
export function describe(file) {
  const { name, size, type, lastModified } = file;
  return { name, size, type, lastModified, path: folderOf(file) };
}

/**
 * @param {File} file @param {string} digest What its content is to be hashed with, or nothing.
 * @returns {Record<string, string>} tus metadata; empty values are left out.
 */
export function metadata(file, digest) {
  const { name: filename, type: filetype, lastModified, path } = describe(file);
  const all = { filename, filetype, lastModified: `${lastModified}`, path, digest };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}
