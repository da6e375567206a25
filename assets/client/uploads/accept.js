/** What the `accept` attribute of a file input lets in. */

/** Other names of types -> those that browsers tell (`core/media/types.py` has all). @type {Record<string, string>} */
const OTHER_NAMES = {
  'application/x-gzip': 'application/gzip',
  'application/x-zip-compressed': 'application/zip',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'image/jpg': 'image/jpeg',
};

/** @param {string} type */
const same = (type) => OTHER_NAMES[type] ?? type;

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
      return same(type) === same(token);
    })
  );
}

/** @param {string} accept */
const tokens = (accept) => accept.split(',').map((token) => token.trim()).filter(Boolean);

/** Types that every system tells of the same names. */
const CERTAIN = /^(?:(?:image|audio|video)\/.*|application\/(?:pdf|zip)|text\/(?:css|csv|html|plain))$/;

/** A container of one name may hold sound or pictures. @param {string} family */
const isFilm = (family) => /^(?:audio|video)\//.test(family);

/** @param {string} token @param {string} type Of a file whose name the token may stand for. */
function isSure(token, type) {
  if (token.startsWith('.')) return true;
  if (isFilm(token) && isFilm(type)) return false;
  return /^(?:image|audio|video)\/\*$/i.test(token) && CERTAIN.test(type);
}

/**
 * Whether it is certain that a file is not let in, however it came: chosen, dropped or pasted.
 * Browsers know few types by name, and systems change them (a CSV may be Excel's on Windows): where
 * they may be wrong, the server judges.
 * @param {string} accept @param {File} file
 */
export function isRefused(accept, file) {
  return tokens(accept).every((token) => isSure(token, file.type)) && !accepts(accept, file);
}

/** As in `core/files/kinds.py`, whose sentences are the same. */
const KINDS = new Map(Object.entries({
  '*/*': 'files',
  '.pdf': 'PDFs',
  'application/pdf': 'PDFs',
  'application/zip': 'ZIP archives',
  'audio/*': 'sounds',
  'image/*': 'pictures',
  'text/*': 'texts',
  'text/plain': 'texts',
  'video/*': 'videos',
}));

const FAMILIES = new Map(Object.entries({ audio: 'sounds', image: 'pictures', video: 'videos' }));

/** Types whose names say little to anybody. */
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

/** Longer names of formats are words, and no abbreviations. */
const ABBREVIATION = 4;

/** What people call what is accepted: `pictures, PDFs, and .svgz files`. @param {string} accept */
export function describeAccept(accept) {
  const kinds = tokens(accept.toLowerCase()).map(kindOf);
  return new Intl.ListFormat('en').format(new Set(kinds.length > 0 ? kinds : ['files']));
}

/** @param {string} token */
function kindOf(token) {
  const suffix = token.startsWith('.') ? token : SUFFIXES.get(token);
  const known = KINDS.get(token) ?? (suffix && `${suffix} files`);
  if (known) return known;
  const [family, sub = ''] = token.split('/');
  return sub === '*' ? `${family} files` : `${formatName(sub)} ${FAMILIES.get(family) ?? 'files'}`;
}

/** @param {string} sub The part of a type after its family: `svg+xml`. */
function formatName(sub) {
  const short = sub.split('+')[0].replace(/^x-/, '').split('.').pop() ?? '';
  return short.length <= ABBREVIATION ? short.toUpperCase() : short;
}
