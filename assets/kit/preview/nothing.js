// What is known of a file that cannot be shown: its type, its size, the reason and its first bytes.

import { _ } from '../../client/language.js';
import { formatSize } from '../../client/format.js';
import { icon } from '../icons.js';
import { make } from './parts.js';

/** Bytes that are shown. */
const BYTES = 256;

/** @type {import('./preview.js').Viewer} */
export async function showNothing(place, { kind, size, type, why }) {
  const what = kind === 'empty' ? _('The file is empty.') : (why ?? _('There is no preview of files of this type.'));
  const facts = [type === 'application/octet-stream' ? '' : type, size === null ? '' : formatSize(size)];
  const box = make('div', 'nothing', icon('file'));
  box.append(make('p', 'facts', facts.filter(Boolean).join(' · ')), make('p', 'why', what));
  place.body.append(box);
  if (size) box.append(await firstBytes(place));
}

/** @param {import('./parts.js').Place} place */
async function firstBytes({ address, signal }) {
  const response = await fetch(address, { headers: { Range: `bytes=0-${BYTES - 1}` }, signal });
  const bytes = response.ok ? await head(response) : new Uint8Array();
  const dump = make('pre', 'hex', [...lines(bytes)].join('\n'));
  dump.tabIndex = 0;
  dump.setAttribute('role', 'region');
  dump.setAttribute('aria-label', _('The first bytes'));
  return dump;
}

/** The beginning of an answer, also of a server that sends everything. @param {Response} response */
async function head(response) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const { value } = await reader.read();
  void reader.cancel();
  return (value ?? new Uint8Array()).subarray(0, BYTES);
}

/** @param {Uint8Array} bytes */
function* lines(bytes) {
  for (let start = 0; start < bytes.length; start += 16) {
    const row = [...bytes.subarray(start, start + 16)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    yield `${start.toString(16).padStart(4, '0')}  ${hex.padEnd(47)}  ${text}`;
  }
}

