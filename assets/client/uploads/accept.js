/** The `accept` attribute of file inputs. */

import { N_, _, language } from '../language.js';

/** Other names of media types -> those that browsers report (`core/media/types.py` has all). @type {Record<string, string>} */
const ALIASES = {
  'application/x-gzip': 'application/gzip',
  'application/x-zip-compressed': 'application/zip',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'image/jpg': 'image/jpeg',
};

/** @param {string} type */
const canonical = (type) => ALIASES[type] ?? type;

/** @param {string} accept */
const tokenize = (accept) => accept.split(',').map((token) => token.trim()).filter(Boolean);

/**
 * Whether an `accept` attribute (HTML, 4.10.5.1.17) matches a file: `.ext`, `type/*`, `type/sub`.
 * @param {string} accept @param {Pick<File, 'name' | 'type'>} file
 */
export function accepts(accept, file) {
  const tokens = tokenize(accept.toLowerCase());
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  const matches = (/** @type {string} */ token) => {
    if (token.startsWith('.')) return name.endsWith(token);
    if (token === '*/*') return true;
    if (token.endsWith('/*')) return type.startsWith(token.slice(0, -1));
    return canonical(type) === canonical(token);
  };
  return tokens.length === 0 || tokens.some(matches);
}

/** Types that all systems report for the same file names. */
const RELIABLE = /^(?:(?:image|audio|video)\/.*|application\/(?:pdf|zip)|text\/(?:css|csv|html|plain))$/;

/** A container format may hold sound or pictures. @param {string} type */
const isMedia = (type) => /^(?:audio|video)\//.test(type);

/** Whether a mismatch is certain. @param {string} token @param {string} type The type that the browser reports. */
function isReliable(token, type) {
  if (token.startsWith('.')) return true;
  if (isMedia(token) && isMedia(type)) return false;
  return /^(?:image|audio|video)\/\*$/i.test(token) && RELIABLE.test(type);
}

/**
 * Whether a file certainly does not match, however it was chosen. Browsers know few types, and
 * systems redefine them (on Windows, a CSV may be Excel's): in doubt, the server decides.
 * @param {string} accept @param {File} file
 */
export function isRefused(accept, file) {
  return tokenize(accept).every((token) => isReliable(token, file.type)) && !accepts(accept, file);
}

/** The same words as in `core/media/format_names.py`. */
const KINDS = new Map(Object.entries({
  '*/*': N_('files'),
  '.pdf': N_('PDFs'),
  'application/pdf': N_('PDFs'),
  'application/zip': N_('ZIP archives'),
  'audio/*': N_('sounds'),
  'image/*': N_('pictures'),
  'text/*': N_('texts'),
  'text/plain': N_('texts'),
  'video/*': N_('videos'),
}));

const FAMILIES = new Map(Object.entries({
  audio: N_('{format} sounds'),
  image: N_('{format} pictures'),
  video: N_('{format} videos'),
}));

/** Types that people know only by their file name extensions. */
const SUFFIXES = new Map(Object.entries({
  'application/msword': '.doc',
  'application/octet-stream': '.bin',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.ms-powerpoint': '.ppt',
  'application/vnd.oasis.opendocument.presentation': '.odp',
  'application/vnd.oasis.opendocument.spreadsheet': '.ods',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'audio/mpeg': '.mp3',
}));

/** Longer names of formats are words, not abbreviations. */
const MAX_ABBREVIATION = 4;

/** Describes what is accepted: `pictures, PDFs, and .svgz files`. @param {string} accept */
export function describeAccept(accept) {
  const kinds = tokenize(accept.toLowerCase()).map(describeToken);
  return new Intl.ListFormat(language).format(new Set(kinds.length > 0 ? kinds : [_('files')]));
}

/** @param {string} token */
function describeToken(token) {
  const suffix = token.startsWith('.') ? token : SUFFIXES.get(token);
  const known = KINDS.get(token);
  if (known) return _(known);
  const [family, subtype = ''] = token.split('/');
  if (suffix || subtype === '*') return _('{kind} files', { kind: suffix || family });
  return _(FAMILIES.get(family) ?? N_('{format} files'), { format: formatName(subtype) });
}

/** @param {string} subtype For example `svg+xml`. */
function formatName(subtype) {
  const name = subtype.split('+')[0].replace(/^x-/, '').split('.').pop() ?? '';
  return name.length <= MAX_ABBREVIATION ? name.toUpperCase() : name;
}
