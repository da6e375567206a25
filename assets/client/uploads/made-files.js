/**
 * Files made of what is pasted or dragged and is no file: text, links, and pictures that web pages contain
 * as data. Nothing is fetched. Loaded with the first of it.
 */

const { _ } = globalThis.satchelTexts; // imported, it would be a file more

/** @typedef {{uris: string, titled: string, html: string, text: string}} Strings As `stringsOf` has them (drop.js). */

/** Milliseconds since a picture on the clipboard became a file. */
const JUST_NOW = 60_000;

/** Characters of a name that is made of a title. */
const MAX_NAME = 100;

/** Endings of pictures that are contained as data. @type {Record<string, string>} */
const PICTURES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/svg+xml': 'svg',
};

const ONLY_A_LINK = _('Only the address of the picture was dragged, so a link to it is kept.');

/** Browsers call each picture that is pasted by one name. @param {File} file */
export function withTime(file) {
  const { name, type, lastModified } = file;
  const isPicture = name === 'image.png' && Date.now() - lastModified < JUST_NOW;
  return isPicture ? new File([file], `${pictureName()}.png`, { type, lastModified }) : file;
}

/** @param {Strings} strings @returns {{files: File[], note: string}} The note is for people; empty without one. */
export function makeFiles({ uris, titled, html, text }) {
  // A document of its own, which loads nothing and runs nothing.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const images = body.innerText.trim() ? [] : [...body.querySelectorAll('img')];
  const addresses = uris.split(/[\r\n]+/).filter((line) => line && !line.startsWith('#'));
  const sources = [...images.map((image) => image.getAttribute('src') ?? ''), ...addresses];
  const name = images[0]?.alt || images[0]?.title || '';
  const pictures = [...new Set(sources)].map((source) => pictureFile(source, name)).filter((file) => file !== null);
  if (pictures.length > 0) return { files: pictures, note: '' };
  if (addresses.length === 0 && !/\s/.test(text.trim())) addresses.push(text.trim());
  const titles = titlesOf(titled, body);
  const links = addresses.filter(isWeb).map((address) => linkFile(address, titles.get(new URL(address).href) ?? ''));
  if (links.length > 0) return { files: links, note: images.length > 0 ? ONLY_A_LINK : '' };
  // Addresses of other kinds lead nowhere outside of the program that they come from.
  return { files: text.trim() && !uris ? [textFile(text)] : [], note: '' };
}

/** @param {string} text */
function textFile(text) {
  const name = _('Text {time}', { time: timestamp() });
  return new File([text], `${name}.txt`, { type: 'text/plain' });
}

/** A link as all systems know it; in this form it has no line ends. @param {string} address @param {string} title */
function linkFile(address, title) {
  const { href, host, pathname } = new URL(address);
  const name = plainName(title) || plainName(`${host} ${readable(pathname)}`);
  return new File([`[InternetShortcut]\r\nURL=${href}\r\n`], `${name}.url`, { type: 'application/x-mswinurl' });
}

/** @param {string} address `data:image/png;base64,...` @param {string} title @returns {File | null} */
function pictureFile(address, title) {
  const comma = address.indexOf(',');
  const [type, ...parameters] = address.slice(0, comma).toLowerCase().replace('data:', '').split(';');
  const ending = address.toLowerCase().startsWith('data:') && PICTURES[type];
  if (!ending) return null;
  try {
    const data = decodeURIComponent(address.slice(comma + 1));
    const isBinary = parameters.at(-1)?.trim() === 'base64';
    const content = isBinary ? Uint8Array.from(atob(data), (character) => character.charCodeAt(0)) : data;
    return new File([content], `${plainName(title) || pictureName()}.${ending}`, { type });
  } catch {
    return null; // no data, or cut off
  }
}

/** @param {string} titled As Firefox has it: addresses and titles on lines of their own. @param {HTMLElement} body */
function titlesOf(titled, body) {
  const lines = titled.split(/\r?\n/);
  /** @type {[string, string][]} */
  const found = [...body.querySelectorAll('a')].map((link) => [link.getAttribute('href') ?? '', link.innerText]);
  for (const image of body.querySelectorAll('img')) found.push([image.getAttribute('src') ?? '', image.alt]);
  for (let n = 0; n + 1 < lines.length; n += 2) found.push([lines[n], lines[n + 1]]);
  return new Map(found.filter(([address]) => isWeb(address)).map(([address, title]) => [new URL(address).href, title]));
}

/** Other addresses may start programs. @param {string} address */
function isWeb(address) {
  return /^https?:/i.test(address) && URL.canParse(address);
}

/** @param {string} path */
function readable(path) {
  try {
    return decodeURI(path);
  } catch {
    return path; // its letters are in no encoding that we know
  }
}

/** A part of a name that every system can hold. @param {string} title */
function plainName(title) {
  const words = title.replace(/[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\\/:*?"<>|\s]+/g, ' ');
  return [...words].slice(0, MAX_NAME).join('').replace(/^[ .]+|[ .]+$/g, '');
}

function pictureName() {
  return _('Picture {time}', { time: timestamp() });
}

/** The local time for names of files: `2026-11-29 15.04.05`. */
function timestamp() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
}
