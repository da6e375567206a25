// The script of a page that shows one file: see core/web/viewer.py.

import { Preview } from './preview.js';

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const { address = '', label = '' } = main.dataset;
void new Preview(main).show(address, label);
