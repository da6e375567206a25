/** The description of an event for the program. */

import { fileInfo, formEntries, valueData } from './forms.js';
import { isComposing } from './modifiers.js';

const KEY_PROPERTIES = ['altKey', 'ctrlKey', 'shiftKey', 'metaKey', 'code', 'key', 'location', 'repeat'];

/** @param {Event} event @param {Element} element @param {string[]} properties Names of properties to be included. */
export function eventData(event, element, properties) {
  /** @type {Record<string, unknown>} */
  const data = { ...propertyData(event, element, properties), ...valueData(element) };
  if (event.target instanceof Element) data.event_target = componentAt(event.target);
  if (event instanceof KeyboardEvent) data.key_data = keyData(event);
  if (element instanceof HTMLInputElement && element.files) data.files = [...element.files].map(fileInfo);
  if (element instanceof HTMLFormElement) data.form = formEntries(element);
  return data;
}

/** The id of the component, as in `msg.id`. @param {Element} target */
function componentAt(target) {
  const element = target.closest('[data-c]');
  return element?.id || Number(element?.getAttribute('data-c'));
}

/** @param {any} event */
function keyData(event) {
  const properties = Object.fromEntries(KEY_PROPERTIES.map((name) => [name, event[name]]));
  // Only old browsers know the locale of the keyboard.
  return { ...properties, isComposing: isComposing(event), locale: event.locale ?? '' };
}

/**
 * Properties of the event or, if it has none of that name, of the element (`scrollTop`).
 * @param {any} event @param {any} element @param {string[]} names
 */
function propertyData(event, element, names) {
  const found = names.map((name) => [name, name in event ? event[name] : element[name]]);
  return Object.fromEntries(found.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)));
}
