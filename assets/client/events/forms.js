/** The values of form controls. */

/** @param {Element} element @returns {Record<string, unknown>} */
export function valueData(element) {
  if (element instanceof HTMLSelectElement && element.multiple) {
    return { value: [...element.selectedOptions].map(({ value }) => value) };
  }
  if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)) {
    return { value: element.value, checked: element.checked };
  }
  const hasText =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  return hasText && element.type !== 'file' ? { value: element.value } : {};
}

/** @param {File} file */
export function fileInfo({ name, size, type, lastModified }) {
  return { name, size, type, lastModified };
}

/**
 * The controls of a form, in order.
 * @param {HTMLFormElement} form
 * @param {Map<Element, string[]>} uploads Upload ids by file input.
 */
export function formEntries(form, uploads = new Map()) {
  return [...form.elements]
    .filter((element) => element.hasAttribute('data-c'))
    .map((element) => ({
      c: Number(element.getAttribute('data-c')),
      ...valueData(element),
      ...(uploads.has(element) ? { uploads: uploads.get(element) } : {}),
    }));
}

/** @param {HTMLFormElement} form @returns {{input: HTMLInputElement, files: File[]}[]} Inputs with files. */
export function selections(form) {
  return [...form.elements]
    .filter((element) => element instanceof HTMLInputElement)
    .map((input) => ({ input, files: [...(input.files ?? [])] }))
    .filter(({ files }) => files.length > 0);
}

/** Whether a form without a submit button is submitted as soon as it gets files. @param {HTMLFormElement} form */
export function submitsItself(form) {
  // Buttons in a <noscript> are for browsers without scripts; here they are elements only if a patch brought them.
  const isSubmit = (/** @type {Element} */ element) =>
    'type' in element && element.type === 'submit' && !element.closest('noscript');
  const hasButton = [...form.elements].some(isSubmit) || form.querySelector('input[type=image]');
  return !hasButton && (form.getAttribute('data-e') ?? '').split(/[ /]/).includes('submit');
}
