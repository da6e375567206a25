// Films and sounds, in the player of the browser.

import { _ } from '../../client/language.js';
import { icon } from '../icons.js';
import { make } from './parts.js';

/** @type {import('./preview.js').Viewer} */
export function showVideo(place, { name }) {
  const video = make('video', 'video');
  video.playsInline = true;
  play(place, video, name);
  place.body.append(video);
}

/** @type {import('./preview.js').Viewer} */
export function showAudio(place, { name }) {
  const audio = make('audio', 'audio');
  play(place, audio, name);
  place.body.append(make('div', 'sound', icon('music'), audio));
}

/** @param {import('./parts.js').Place} place @param {HTMLMediaElement} player @param {string} name */
function play(place, player, name) {
  player.controls = true;
  player.preload = 'metadata';
  player.setAttribute('aria-label', name);
  player.onerror = () => place.fail(_('This browser cannot play it.'));
  player.src = place.address;
  place.signal.addEventListener('abort', () => {
    player.onerror = null;
    player.pause();
    player.removeAttribute('src');
    player.load(); // ends the request
  });
}
