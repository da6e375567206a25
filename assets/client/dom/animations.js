/** Animations of animate.css, which a component names in `data-satchel-animation`. */

import { makeStylesheet } from '../elements.js';
import { permanentClasses, temporaryClasses, TemporaryClasses } from './temporary-classes.js';

export const ANIMATION = 'data-satchel-animation';

/** Elements that an animation such as `zoomOut` has hidden. @type {WeakSet<Element>} */
const hidden = new WeakSet();

/** Plays the animation of an element, or ends it if its name was removed. @param {Element} element */
export function animate(element) {
  const name = element.getAttribute(ANIMATION);
  const classes = temporaryClasses(element);
  if (hidden.delete(element)) element.removeAttribute('hidden');
  if (name) void play(element, name);
  else if (classes?.isAnimation) classes.end();
}

/** @param {Element} element @param {string} name */
async function play(element, name) {
  const classes = new TemporaryClasses(element, permanentClasses(element));
  classes.isAnimation = true;
  classes.set(`animated ${name}`);
  await loadStyles();
  if (!(await classes.outlast(element.getAnimations()))) return;
  classes.end();
  if (!name.includes('Out')) return;
  hidden.add(element);
  element.setAttribute('hidden', '');
}

/** @type {Promise<void> | null} */
let loading = null;

/** Loads animate.css before all other styles, so that it overrides nothing of Tailwind. */
function loadStyles() {
  loading ??= new Promise((resolve) => {
    const link = makeStylesheet(new URL('animate.css', import.meta.url).href);
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.prepend(link);
  });
  return loading;
}
