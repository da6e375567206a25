/** What the window tells this page: files on their way out, notifications. Loaded when it does. */

/** @typedef {import('../protocol.js').WindowNews} WindowNews */

/**
 * @typedef {object} Tools
 * @property {(element: HTMLElement) => void} showToastElement
 * @property {(text: string, action?: {label: string, run: () => void}) => void} showToast
 * @property {(call: string, args: Record<string, unknown>) => Promise<void>} callWindow
 */

/** The cards of saves, by number. @type {Map<number, Card>} */
const cards = new Map();

/** @param {WindowNews} news @param {Tools} tools */
export function handleWindowMessage(news, tools) {
  if (news.message) tools.showToast(news.message);
  if (news.notify) notify(news.notify, news.text ?? '', tools);
  if (news.save) showSave(news.save, news, tools);
}

/** @param {string} title @param {string} text @param {Tools} tools */
function notify(title, text, { showToast }) {
  if (document.hidden && globalThis.Notification?.permission === 'granted') new Notification(title, { body: text });
  else showToast(text ? `${title}: ${text}` : title);
}

/** @param {number} number @param {WindowNews} news @param {Tools} tools */
function showSave(number, news, { showToastElement, showToast, callWindow }) {
  if (news.state === 'writing') {
    let card = cards.get(number);
    if (!card) {
      card = new Card(news.name ?? '', () => callWindow('cancel', { save: number }));
      cards.set(number, card);
      showToastElement(card.element);
    }
    card.update(news.done ?? 0, news.size ?? null);
    return;
  }
  cards.get(number)?.element.remove();
  cards.delete(number);
  if (news.state !== 'saved') return;
  const where = news.folder ? `Saved “${news.name}” in “${news.folder}”.` : `Saved “${news.name}”.`;
  showToast(where, { label: 'Show in folder', run: () => callWindow('show', { save: number }) });
}

/** How far a save is, and a button that ends it. */
class Card {
  element = document.createElement('div');
  #bar = document.createElement('progress');
  #state = document.createElement('span');

  /** @param {string} name @param {() => void} cancel */
  constructor(name, cancel) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'satchel-button';
    button.textContent = 'Cancel';
    button.addEventListener('click', cancel);
    const title = document.createElement('span');
    title.className = 'satchel-name';
    title.textContent = `Saving “${name}”`;
    this.#bar.className = 'satchel-bar';
    this.#bar.setAttribute('aria-label', title.textContent);
    this.#state.className = 'satchel-state';
    this.element.className = 'satchel-toast satchel-save';
    this.element.append(title, this.#state, button, this.#bar);
  }

  /** @param {number} done @param {number | null} size */
  update(done, size) {
    if (size) {
      this.#bar.value = done / size;
      this.#state.textContent = `${Math.floor((100 * done) / size)} %`;
    } else {
      this.#state.textContent = `${(done / 1e6).toFixed(0)} MB`;
    }
  }
}
