/** Names of what is pasted, by the time. Loaded with the first of it. */

/** Milliseconds since a picture on the clipboard became a file. */
const JUST_NOW = 60_000;

/** @param {string} text */
export function textFile(text) {
  return new File([text], `Text ${timestamp()}.txt`, { type: 'text/plain' });
}

/** Browsers call each picture that is pasted by one name. @param {File} file */
export function withTime(file) {
  const { name, type, lastModified } = file;
  const isPicture = name === 'image.png' && Date.now() - lastModified < JUST_NOW;
  return isPicture ? new File([file], `Picture ${timestamp()}.png`, { type, lastModified }) : file;
}

/** The local time for names of files: `2026-11-29 15.04.05`. */
function timestamp() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
}
