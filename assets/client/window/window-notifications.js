/** Notifications from the window, and the progress of files that it saves. Loaded when there is one. */

/** @typedef {import('../protocol.js').WindowNews} WindowNews */

/**
 * @typedef {object} Tools
 * @property {(element: HTMLElement) => void} showToastElement
 * @property {(text: string, action?: {label: string, run: () => void}) => void} showToast
 * @property {(call: string, args: Record<string, unknown>) => Promise<void>} callWindow
 */

/** By the number of the save. @type {Map<number, SaveCard>} */
const cards = new Map();

/** @param {WindowNews} message @param {Tools} tools */
export function handleWindowMessage(message, tools) {
  if (message.message) tools.showToast(message.message);
  if (message.notify) notify(message.notify, message.text ?? '', tools);
  if (message.save) showSave(message.save, message, tools);
}

/** @param {string} title @param {string} text @param {Tools} tools */
function notify(title, text, { showToast }) {
  if (document.hidden && globalThis.Notification?.permission === 'granted') new Notification(title, { body: text });
  else showToast(text ? `${title}: ${text}` : title);
}

/** @param {number} number @param {WindowNews} message @param {Tools} tools */
function showSave(number, { state, name = '', done = 0, size = null, folder }, { showToastElement, showToast, callWindow }) {
  if (state === 'writing') {
    let card = cards.get(number);
    if (!card) {
      card = new SaveCard(name, () => callWindow('cancel', { save: number }));
      cards.set(number, card);
      showToastElement(card.element);
    }
    card.update(done, size);
    return;
  }
  cards.get(number)?.element.remove();
  cards.delete(number);
  if (state !== 'saved') return;
  const where = folder ? `Saved “${name}” in “${folder}”.` : `Saved “${name}”.`;
  showToast(where, { label: 'Show in folder', run: () => callWindow('show', { save: number }) });
}

/** The progress of a save, with a button that cancels it. */
class SaveCard {
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
