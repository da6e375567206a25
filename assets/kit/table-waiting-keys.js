// Keys that wait: those that people press while a cell is being opened or stored act afterwards, in order.

export class WaitingKeys {
  /** @type {KeyboardEvent[]} */
  #keys = [];
  #isBusy = false;

  /** @param {() => HTMLElement} target Where keys go now. */
  constructor(target) {
    this.target = target;
  }

  /** @param {KeyboardEvent} event @returns {boolean} Whether it waits. */
  hold(event) {
    if (!this.#isBusy) return false;
    event.preventDefault();
    this.#keys.push(event);
    return true;
  }

  /**
   * Lets keys wait until the work is done.
   * @param {() => Promise<boolean>} work Whether they act then: what was meant for the next cell must not get into one that was refused.
   */
  async during(work) {
    this.#isBusy = true;
    let act = false;
    try {
      act = await work();
    } finally {
      this.#isBusy = false;
      if (!act) this.#keys = [];
    }
    while (!this.#isBusy) {
      const key = this.#keys.shift();
      if (!key) return;
      press(this.target(), key);
    }
  }
}

/** Does what the key would have done there. @param {HTMLElement} target @param {KeyboardEvent} event */
function press(target, event) {
  const { key, code, shiftKey, altKey, ctrlKey, metaKey } = event;
  const again = new KeyboardEvent('keydown', { key, code, shiftKey, altKey, ctrlKey, metaKey, bubbles: true, cancelable: true });
  const isForBrowser = target.dispatchEvent(again);
  if (isForBrowser && !ctrlKey && !metaKey && isText(target)) edit(target, key);
}

/** @param {HTMLElement} target @returns {target is HTMLInputElement | HTMLTextAreaElement} */
function isText(target) {
  return (target instanceof HTMLInputElement && target.type === 'text') || target instanceof HTMLTextAreaElement;
}

/** @param {HTMLInputElement | HTMLTextAreaElement} input @param {string} key */
function edit(input, key) {
  const end = input.selectionEnd ?? 0;
  const start = input.selectionStart ?? 0;
  if (key.length === 1) input.setRangeText(key, start, end, 'end');
  else if (key === 'Backspace') input.setRangeText('', start < end ? start : Math.max(0, start - 1), end, 'end');
}
