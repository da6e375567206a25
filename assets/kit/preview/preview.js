// Preview: the frame around a viewer. It has a bar with the name and the tools, and a line for notes.

import { _ } from '../../client/language.js';
import { icon } from '../icons.js';
import { make, withQuery } from './parts.js';

/** @typedef {import('./parts.js').Description} Description */
/** @typedef {import('./parts.js').Place} Place */
/** @typedef {(place: Place, found: Description) => void | Promise<void>} Viewer */

/** The files with the viewers, by the kind of a file. @type {Record<string, () => Promise<Viewer>>} */
const VIEWERS = {
  picture: async () => (await import('./picture.js')).showPicture,
  drawn: async () => (await import('./picture.js')).showDrawn,
  pdf: async () => (await import('./pdf.js')).showPdf,
  video: async () => (await import('./media.js')).showVideo,
  audio: async () => (await import('./media.js')).showAudio,
  font: async () => (await import('./font.js')).showFont,
  text: async () => (await import('./text.js')).showText,
  markdown: async () => (await import('./markdown.js')).showMarkdown,
  table: async () => (await import('./table.js')).showTable,
  sheets: async () => (await import('./table.js')).showTable,
  archive: async () => (await import('./table.js')).showArchive,
};

export class Preview {
  /** @type {string | undefined} */
  #address;
  #label = '';
  #shown = new AbortController();

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.bar = make('div', 'bar');
    this.body = make('div', 'body');
    this.line = make('p', 'note');
    this.line.setAttribute('role', 'status');
    element.append(this.bar, this.body, this.line);
  }

  /** @param {string} address "" for none. @param {string} label The name of the file. @param {number} [part] Which sheet. */
  async show(address, label, part) {
    const sheet = part ?? 0;
    if (part === undefined && address === this.#address && label === this.#label) return;
    this.#address = address;
    this.#label = label;
    const place = this.#place(address, label);
    if (!address) {
      this.body.append(make('p', 'empty', _('Nothing is selected.')));
      return;
    }
    this.body.append(make('p', 'wait', _('Loading…')));
    try {
      await this.#view(place, sheet);
      if (part !== undefined) place.tools.querySelector('select')?.focus(); // it is a new one
    } catch (error) {
      if (!place.signal.aborted) {
        console.error(error);
        place.fail(_('It could not be loaded: {reason}', { reason: error instanceof Error ? error.message : `${error}` }));
      }
    }
  }

  /** Ends the viewer: players, requests, workers. */
  close() {
    this.#shown.abort();
  }

  /** @param {Place} place @param {number} part */
  async #view(place, part) {
    const response = await fetch(withQuery(place.address, `preview=${part}`), { signal: place.signal });
    if (!response.ok) throw new Error(await response.text());
    /** @type {Description} */
    const found = await response.json();
    const load = VIEWERS[found.kind];
    const view = load ? await load() : undefined;
    if (place.signal.aborted) return;
    place.fail = (why) => void this.#showNothing(place, { ...found, why });
    if (view) {
      this.body.replaceChildren();
      await view(place, found);
    } else {
      await this.#showNothing(place, found);
    }
  }

  /** Ends what is shown, and makes room for another file. @param {string} address @param {string} label @returns {Place} */
  #place(address, label) {
    this.#shown.abort();
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    const tools = make('div', 'tools');
    const title = make('p', 'name', label);
    title.title = label;
    this.bar.replaceChildren(title, tools);
    if (address) this.bar.append(saveLink(address, label));
    this.body.replaceChildren();
    this.body.className = 'kit-preview-body';
    this.line.textContent = '';
    /** @type {Place} */
    const place = {
      address,
      tools,
      body: this.body,
      signal,
      note: (text) => void (this.line.textContent = text),
      fail: (why) => void this.#showNothing(place, { kind: 'none', name: label, size: null, type: '', why }),
      choose: (part) => void this.show(address, label, part),
    };
    return place;
  }

  /** @param {Place} place @param {Description} found */
  async #showNothing(place, found) {
    const { showNothing } = await import('./nothing.js');
    if (place.signal.aborted) return;
    place.tools.replaceChildren();
    place.body.replaceChildren();
    place.note('');
    await showNothing(place, found);
  }
}

/** @param {string} address @param {string} label */
function saveLink(address, label) {
  const link = make('a', 'tool', icon('download'));
  link.href = withQuery(address, 'download');
  link.download = label;
  link.title = _('Save');
  link.setAttribute('aria-label', _('Save {label}', { label }));
  return link;
}
