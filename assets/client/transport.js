/** The types of a transport (`socket.js`, `stream.js`), and of the connection that uses it. */

/** @typedef {import('./protocol.js').ClientMessage} ClientMessage */
/** @typedef {Partial<import('./protocol.js').Acknowledgement> & {lost?: boolean}} Answer `lost`: the request may have arrived. */
/**
 * @typedef {object} Transport
 * @property {() => void} open
 * @property {(message: ClientMessage) => boolean} send Whether it could be sent now.
 */
/**
 * @typedef {object} Listener
 * @property {() => number} seq The number of the last patch that the page has.
 * @property {() => void} opened
 * @property {() => void} lost
 * @property {(messages: ClientMessage[]) => void} unsent Returns messages that were not sent.
 * @property {(message: import('./protocol.js').ServerMessage) => void} received
 * @property {(number: number, answer: Answer) => void} answered The transport itself answers.
 */

export {};
