// PDFs, drawn by pdf.js (assets/vendor/pdfjs). Scripts in them are not run: that part of it is not here.

import { _ } from '../../client/language.js';
import { formatScale, isPlainKey, make, tool } from './parts.js';
import { Pages } from './pdf-pages.js';
import { Search } from './pdf-search.js';

/** @typedef {import('./parts.js').Place} Place */

const PDFJS = '/_satchel/vendor/pdfjs/';
const STEP = 1.25;

/** Larger pictures in a page are left out. */
const MOST_PIXELS = 64_000_000;

/** @type {import('./preview.js').Viewer} */
export async function showPdf(place, { name }) {
  const pdfjs = await import(`${PDFJS}pdf.min.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${PDFJS}pdf.worker.min.mjs`;
  const task = pdfjs.getDocument({
    url: place.address,
    cMapUrl: `${PDFJS}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PDFJS}standard_fonts/`,
    wasmUrl: `${PDFJS}decoders/`,
    useWasm: false,
    enableXfa: false,
    isEvalSupported: false,
    disableAutoFetch: true,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  });
  place.signal.addEventListener('abort', () => void task.destroy());
  task.onPassword = (/** @type {(text: string) => void} */ open, /** @type {number} */ reason) => {
    askForPassword(place, open, reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD);
  };
  let document;
  try {
    document = await task.promise;
  } catch (error) {
    if (!place.signal.aborted) place.fail(_('It is not a sound PDF: {reason}', { reason: error instanceof Error ? error.message : `${error}` }));
    return;
  }
  place.body.replaceChildren();
  const pages = new Pages(pdfjs, document, name, place.signal);
  await pages.begin();
  if (place.signal.aborted) return;
  addTools(place, pages);
}

/** @param {Place} place @param {Pages} pages */
function addTools(place, pages) {
  const search = new Search(pages);
  const number = make('input', 'page-number');
  number.type = 'text';
  number.inputMode = 'numeric';
  number.setAttribute('aria-label', _('Page'));
  number.onchange = () => {
    pages.goTo(Number.parseInt(number.value, 10) || pages.current);
    number.value = String(pages.current);
  };
  const percent = make('span', 'percent');
  pages.onchange = () => {
    if (number !== document.activeElement) number.value = String(pages.current);
    percent.textContent = formatScale(pages.scale);
  };
  place.tools.append(
    tool('search', _('Search (Ctrl+F)'), () => search.open()),
    tool('chevron-up', _('Previous page'), () => pages.goTo(pages.current - 1)),
    number,
    make('span', 'of', _('of {count}', { count: pages.count })),
    tool('chevron-down', _('Next page'), () => pages.goTo(pages.current + 1)),
    tool('zoom-out', _('Smaller'), () => pages.zoom(1 / STEP)),
    percent,
    tool('zoom-in', _('Larger'), () => pages.zoom(STEP)),
    tool('maximize', _('Fit the width'), () => pages.setScale(null)),
  );
  place.body.append(search.element, pages.element);
  place.body.addEventListener('keydown', (event) => onKey(event, pages, search), { signal: place.signal });
  pages.element.addEventListener('wheel', (event) => onWheel(event, pages), { passive: false });
  pages.lay();
}

/** @param {KeyboardEvent} event @param {Pages} pages @param {Search} search */
function onKey(event, pages, search) {
  if ((event.ctrlKey || event.metaKey) && event.key === 'f') search.open();
  else if (!isPlainKey(event)) return;
  else if (event.key === '+' || event.key === '=') pages.zoom(STEP);
  else if (event.key === '-') pages.zoom(1 / STEP);
  else if (event.key === '0') pages.setScale(null);
  else if (event.key === 'PageDown') pages.goTo(pages.current + 1);
  else if (event.key === 'PageUp') pages.goTo(pages.current - 1);
  else if (event.key === 'Home') pages.goTo(1);
  else if (event.key === 'End') pages.goTo(pages.count);
  else return;
  event.preventDefault();
}

/** @param {WheelEvent} event @param {Pages} pages */
function onWheel(event, pages) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  pages.zoom(Math.exp(-event.deltaY / 200));
}

/** @param {Place} place @param {(text: string) => void} open @param {boolean} isWrong */
function askForPassword(place, open, isWrong) {
  const field = make('input', 'field');
  field.type = 'password';
  field.autocomplete = 'off';
  const button = make('button', 'button', _('Open'));
  const why = make('p', '', isWrong ? _('This is not the password.') : _('This PDF has a password.'));
  why.setAttribute('role', 'status');
  const name = _('Password');
  const label = make('label', '', `${name} `, field);
  const form = make('form', 'nothing', why, label, button);
  form.onsubmit = (event) => {
    event.preventDefault();
    open(field.value);
  };
  place.body.replaceChildren(form);
  if (isWrong) field.focus();
}
