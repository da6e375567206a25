// A sample of a font.

import { _ } from '../../client/language.js';
import { make, request } from './parts.js';

const SAMPLES = [
  ['2.5rem', 'The quick brown fox jumps over the lazy dog'],
  ['1.5rem', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz'],
  ['1.5rem', '0123456789 .,:;!? & @ # € $ % ( ) [ ] { } “ ” ‘ ’ – —'],
  ['1rem', 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. Voix ambiguë d’un cœur. Ζαφείρι. Съешь ещё.'],
  ['0.8125rem', 'Sphinx of black quartz, judge my vow. Pack my box with five dozen liquor jugs.'],
];
let count = 0;

/** @type {import('./preview.js').Viewer} */
export async function showFont(place, { name }) {
  const content = await (await request(place)).arrayBuffer();
  count += 1;
  const family = `kit-preview-${count}`;
  const font = new FontFace(family, content);
  try {
    await font.load();
  } catch {
    place.fail(_('It is not a font that browsers can show.'));
    return;
  }
  if (place.signal.aborted) return;
  document.fonts.add(font);
  place.signal.addEventListener('abort', () => document.fonts.delete(font));
  const sample = make('div', 'font');
  sample.setAttribute('role', 'img');
  sample.setAttribute('aria-label', _('Sample of {name}', { name }));
  sample.style.fontFamily = family;
  for (const [size, text] of SAMPLES) {
    const line = make('p', '', text);
    line.style.fontSize = size;
    sample.append(line);
  }
  place.body.append(sample);
}
