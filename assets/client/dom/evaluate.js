/** Runs scripts of the program, and finds their values. */

/** So many of the last semicolons may be the one before the last statement. */
const SEMICOLONS = 20;

/** A declaration or a block parses as an expression too, but means another thing. */
const NO_EXPRESSION = /^(async\s+function|function|class|\{)/;

/** White space or a comment, where it begins. */
const BLANK = /\s+|\/\/.*|\/\*[^]*?\*\//y;

/** What browsers say before the mistake itself. */
const PLACE = /^(Uncaught )?(SyntaxError: )?(Failed to execute '\w+' on '\w+': )?/;

/** What the browser said of the last text that did not parse. */
let mistake = '';

/**
 * @param {string} script An expression, else the body of an async function or, as for eval,
 *   statements the last of which is an expression.
 * @param {boolean} wanted Whether anybody wants the value.
 * @returns {Promise<unknown>} Its value; rejected with what the script throws, also where it is no JavaScript.
 */
export async function evaluate(script, wanted) {
  const run = execute(`return (${script}\n)`) ?? (wanted ? executeLast(script) : null) ?? execute(script);
  if (!run) throw new SyntaxError(mistake.replace(PLACE, ''));
  return run();
}

/** The value as it can be sent. @param {unknown} value @returns {unknown} @throws {TypeError} It cannot. */
export function toJson(value) {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    throw new TypeError(`the value of the script is nothing that JSON can hold: ${error}`);
  }
}

/**
 * The async function with these statements that returns the last one's value; null if that is no expression.
 * @param {string} script
 */
function executeLast(script) {
  const statements = withoutEnd(script);
  let end = statements.length;
  for (let tries = 0; tries < SEMICOLONS && end > 0; tries++) {
    end = statements.lastIndexOf(';', end - 1);
    if (end < 0 || NO_EXPRESSION.test(withoutBlanks(statements.slice(end + 1)))) return null;
    // Where the semicolon stands inside of something, the parentheses do not match.
    const found = execute(`${statements.slice(0, end + 1)} return (${statements.slice(end + 1)}\n)`);
    if (found) return found;
  }
  return null;
}

/** Without the semicolons and blanks after the last statement. @param {string} script */
function withoutEnd(script) {
  let text = script.trimEnd();
  while (text.endsWith(';')) text = text.slice(0, -1).trimEnd();
  return text;
}

/** Without the white space and comments before the first statement. @param {string} text */
function withoutBlanks(text) {
  BLANK.lastIndex = 0;
  let start = 0;
  while (BLANK.test(text)) start = BLANK.lastIndex;
  return text.slice(start);
}

/**
 * The async function with this body, or null if it does not parse. A script element with the page's
 * nonce, since the page's policy allows no eval.
 * @param {string} body
 * @returns {(() => Promise<unknown>) | null}
 */
function execute(body) {
  const holder = /** @type {any} */ (window);
  holder.satchelScript = null;
  const element = document.createElement('script');
  element.nonce = document.getElementById('satchel-css')?.nonce ?? '';
  element.textContent = `window.satchelScript = async () => { ${body}\n};`;
  const quiet = (/** @type {ErrorEvent} */ event) => {
    event.preventDefault();
    mistake = event.message;
  };
  window.addEventListener('error', quiet);
  document.head.append(element);
  window.removeEventListener('error', quiet);
  element.remove();
  const found = holder.satchelScript;
  delete holder.satchelScript;
  return found;
}
