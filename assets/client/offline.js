/** The banner that says that the program is not responding. It is here when nothing can be loaded. */

import { make } from './elements.js';
import { _ } from './language.js';

/** @param {boolean} isOffline */
export function showOffline(isOffline) {
  const shown = document.querySelector('.satchel-offline');
  if (!isOffline) shown?.remove();
  if (!isOffline || shown) return;
  const banner = make('div', 'offline', _('The program is not responding. Reconnecting…'));
  banner.setAttribute('role', 'status');
  document.body.append(banner);
}
