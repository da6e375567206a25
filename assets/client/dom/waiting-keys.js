// Keys that wait: those that people press before what they are meant for is there act afterwards, in order.

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

/** Does what the key would have done there. @param {Element} target @param {KeyboardEvent} event */
export function press(target, event) {
  const { key, code, shiftKey, altKey, ctrlKey, metaKey } = event;
  const again = new KeyboardEvent('keydown', { key, code, shiftKey, altKey, ctrlKey, metaKey, bubbles: true, cancelable: true });
  const isForBrowser = target.dispatchEvent(again);
  if (isForBrowser && !ctrlKey && !metaKey && isText(target)) edit(target, key);
}

/** Whether text is typed there. @param {unknown} target @returns {target is HTMLInputElement | HTMLTextAreaElement} */
export function isText(target) {
  return (target instanceof HTMLInputElement && target.selectionStart !== null) || target instanceof HTMLTextAreaElement;
}

/** @param {HTMLInputElement | HTMLTextAreaElement} input @param {string} key */
function edit(input, key) {
  const end = input.selectionEnd ?? 0;
  const start = input.selectionStart ?? 0;
  if (key.length === 1) input.setRangeText(key, start, end, 'end');
  else if (key === 'Backspace') input.setRangeText('', start < end ? start : Math.max(0, start - 1), end, 'end');
  else {
    if (key === 'Enter' && input instanceof HTMLInputElement) submit(input.form);
    return;
  }
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** As browsers do by Enter: they press the form's first button that submits. @param {HTMLFormElement | null} form */
function submit(form) {
  const button = [...(form?.elements ?? [])].find((each) => each instanceof HTMLButtonElement && each.type === 'submit');
  if (button instanceof HTMLElement) button.click();
  else form?.requestSubmit();
}
