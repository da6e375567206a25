/** Tiles: the element of each file that is in sight. */

import { _, language } from '../client/language.js';
import { extensionAt } from './files-name.js';

/** @typedef {import('./files-name.js').Names} Names */

/**
 * What the program tells about a file.
 * @typedef {object} Details
 * @property {number} id
 * @property {number} version
 * @property {string} name
 * @property {string} folder Below the folder that is shown.
 * @property {boolean} isFolder
 * @property {string | null} destination Of files from outside that are dropped on it.
 * @property {string} size
 * @property {number} modified In milliseconds since 1970.
 * @property {string} type
 * @property {string} address
 * @property {string} thumbnail
 */

/** Characters before the extension that stay when the name in a row is shortened: `holiday in…0017.jpg`. */
const KEPT = 4;
const LONG = 12;

const FOLDER =
  '<svg class="kit-files-icon" viewBox="0 0 64 52"><path class="kit-files-icon-back" d="M4 8a5 5 0 0 1 5-5h14a5 5 0 0 1 4 2l3 4h25a5 5 0 0 1 5 5v30H4z"/>' +
  '<path d="M4 19a4 4 0 0 1 4-4h48a4 4 0 0 1 4 4v25a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5z"/></svg>';

const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

/** @param {number} number @param {string} id @returns {HTMLElement} */
export function newTile(number, id) {
  const tile = document.createElement('div');
  tile.className = 'kit-files-tile';
  tile.id = id;
  tile.role = 'option';
  tile.dataset.number = String(number);
  return tile;
}

/** Show the details of a file. @param {HTMLElement} tile @param {Details} details @param {Names} names */
export function fillTile(tile, details, names) {
  const { name, folder, size, isFolder } = details;
  const modified = time.format(details.modified);
  tile.ariaLabel = [name, isFolder ? _('folder') : '', folder, size, modified].filter(Boolean).join(', ');
  // Files are dropped on folders.
  if (isFolder) tile.dataset.dropDetail = String(details.id);
  if (details.destination !== null) tile.dataset.destination = details.destination;
  tile.title = folder ? `${folder}/${name}` : name;
  const words = [names.width > 0 ? linesOf(names.lines(name)) : nameOf(name), ...(folder ? [text('kit-files-folder', folder)] : [])];
  words.push(text('kit-files-size', size), text('kit-files-time', modified));
  tile.replaceChildren(isFolder ? folderFrame(tile) : frame(tile, details.thumbnail), ...words.flatMap((each) => [' ', each]));
}

/** The picture; one that is there already stays until the new one is. @param {HTMLElement} tile @param {string} address */
function frame(tile, address) {
  const known = tile.querySelector('.kit-files-frame');
  const box = known ?? part('kit-files-frame');
  const image = box.querySelector('img') ?? document.createElement('img');
  if (image.getAttribute('src') !== address) {
    image.alt = '';
    image.decoding = 'async';
    image.draggable = false; // what is dragged is the file
    image.src = address;
  }
  if (!known) box.append(image);
  return box;
}

/** The picture of a folder. @param {HTMLElement} tile */
function folderFrame(tile) {
  const known = tile.querySelector('.kit-files-frame');
  if (known) return known;
  const box = part('kit-files-frame');
  box.innerHTML = FOLDER;
  return box;
}

/** @param {string[]} lines */
function linesOf(lines) {
  const box = part('kit-files-name');
  box.dir = 'auto';
  box.append(...lines.map((line) => text('kit-files-line', line)));
  return box;
}

/** The name in a row, which style sheets shorten in the middle. @param {string} name */
function nameOf(name) {
  const line = part('kit-files-name');
  line.dir = 'auto';
  const at = extensionAt(name) - KEPT;
  // Letters of some scripts join: those are not taken apart.
  const isPlain = at >= LONG && /^[\x20-\x7e]+$/.test(name.slice(at - 1, at + KEPT));
  const cut = isPlain ? at : name.length;
  line.append(text('kit-files-stem', name.slice(0, cut)), text('kit-files-end', name.slice(cut)));
  return line;
}

/** @param {string} className @param {string} content */
function text(className, content) {
  const span = part(className);
  span.textContent = content;
  return span;
}

/** Screen readers get the label of the tile, in which a name is whole. @param {string} className */
function part(className) {
  const made = document.createElement('span');
  made.className = className;
  made.ariaHidden = 'true';
  return made;
}
