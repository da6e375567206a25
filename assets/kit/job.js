// A job's card: what only a browser can do. Its content comes from Python (core/kit/job_card.py).

/**
 * @typedef {object} State
 * @property {MutationObserver} observer
 * @property {AbortController} ended
 */

const CARD = 'kit-job-card';
const ROW = 'kit-job-row';
/** Milliseconds in which the card moves to its place. */
const GLIDE = 280;

/** @param {HTMLElement} element @returns {State} */
export function mounted(element) {
  const ended = new AbortController();
  const focus = new KeptFocus(element, ended.signal);
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target === element) [...addedNodes].filter(isCard).forEach(takeOver);
    }
    follow(changes.map(({ target }) => target));
    focus.restore();
  });
  [...element.children].filter(isCard).forEach(takeOver); // this script may be later than the first of them
  observer.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-state'] });
  return { observer, ended };
}

/** @param {HTMLElement} _ @param {State} state */
export function removed(_, { observer, ended }) {
  observer.disconnect();
  ended.abort();
}

/** @param {Node} node @returns {node is HTMLElement} */
const isCard = (node) => node instanceof HTMLElement && node.classList.contains(CARD);

/** Scrolls to the row that began last, and in the end to what failed, unless somebody reads the list or is about to press a button. @param {Node[]} changed */
function follow(changed) {
  for (const node of changed) {
    if (!(node instanceof HTMLElement) || !node.matches(`.${CARD}[data-state=failed], .${ROW}[data-state=working]`)) continue;
    const list = node.closest(`.${CARD}`)?.querySelector('ul');
    if (!list || list.matches(':hover, :focus-within')) continue;
    if (node.classList.contains(CARD)) list.scrollTop = 0; // failed rows come first
    else list.scrollTop = node.offsetTop - list.clientHeight + node.offsetHeight;
  }
}

/**
 * Keeps the focus where it was when the button that had it is gone: on what can be done with the
 * row now, else on the list.
 */
class KeptFocus {
  /** @type {{ element: Element, row: Element | null, card: Element | null } | null} */
  #last = null;

  /** @param {HTMLElement} root @param {AbortSignal} signal */
  constructor(root, signal) {
    /** @param {Event} event */
    const note = ({ target }) => {
      const element = target instanceof Element && root.contains(target) ? target : null;
      this.#last = element && { element, row: element.closest(`.${ROW}`), card: element.closest(`.${CARD}`) };
    };
    document.addEventListener('focusin', note, { signal });
    document.addEventListener('pointerdown', note, { signal }); // a click beside everything leaves it
  }

  restore() {
    if (!this.#last || this.#last.element.isConnected || document.activeElement !== document.body) return;
    const { row, card } = this.#last;
    this.#last = null;
    const candidates = [row?.querySelector('button, a[download]'), card?.querySelector('button'), card?.querySelector('ul')];
    const next = candidates.find((each) => each?.isConnected);
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }
}

/**
 * The panel of the form whose files the job works on makes room for the card, which takes its place.
 * @param {HTMLElement} card
 */
function takeOver(card) {
  const panel = [...document.querySelectorAll('.satchel-progress')].find((each) => shows(each, card));
  if (!(panel instanceof HTMLElement) || !/^(working|done)$/.test(panel.dataset.mode ?? '')) return;
  const from = (panel.querySelector('.satchel-card') ?? panel).getBoundingClientRect();
  panel.style.display = 'none';
  glide(card, from);
  const end = () => {
    if (panel.dataset.mode === 'working') return; // until the handler has ended
    observer.disconnect();
    if (panel.dataset.mode === 'done') panel.dispatchEvent(new CustomEvent('satchel-continued'));
    else panel.style.display = ''; // it says what failed
  };
  const observer = new MutationObserver(end);
  observer.observe(panel, { attributes: true, attributeFilter: ['data-mode'] });
  end();
}

/** Whether a panel shows files that a card shows. @param {Element} panel @param {Element} card */
function shows(panel, card) {
  const names = new Set([...panel.querySelectorAll('.satchel-name')].map((name) => name.textContent));
  return [...card.querySelectorAll('.kit-job-name')].some((label) => names.has(label.textContent));
}

/** Lets an element come from where another one was. @param {HTMLElement} element @param {DOMRect} from */
function glide(element, from) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const to = element.getBoundingClientRect();
  const start = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
  element.animate([{ transform: start }, { transform: 'none' }], { duration: GLIDE, easing: 'ease-out' });
}
