/** Evaluates scripts from the program. */

/** How many of the last semicolons may be the one before the last statement. */
const MAX_SEMICOLONS = 20;

/** Declarations and blocks can also be parsed as expressions, but mean something else. */
const NO_EXPRESSION = /^(async\s+function|function|class|\{)/;

/** White space or a comment. */
const BLANK = /\s+|\/\/.*|\/\*[^]*?\*\//y;

/** Browsers prefix the actual error message with this. */
const PREFIX = /^(Uncaught )?(SyntaxError: )?(Failed to execute '\w+' on '\w+': )?/;

/** The browser's message about the last text that could not be parsed. */
let syntaxError = '';

/**
 * @param {string} script An expression; or the body of an async function; or, as in eval, statements
 *   of which the last one is an expression.
 * @param {boolean} needsValue
 * @returns {Promise<unknown>} Its value. Rejects with what it throws, or a SyntaxError.
 */
export async function evaluate(script, needsValue) {
  const run = compile(`return (${script}\n)`) ?? (needsValue ? compileStatements(script) : null) ?? compile(script);
  if (!run) throw new SyntaxError(syntaxError.replace(PREFIX, ''));
  return run();
}

/** @param {unknown} value @returns {unknown} A copy of it. @throws {TypeError} It cannot be sent as JSON. */
export function toJson(value) {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    throw new TypeError(`the value of the script cannot be sent as JSON: ${error}`);
  }
}

/** A function that returns the value of the last statement; null if that is not an expression. @param {string} script */
function compileStatements(script) {
  const statements = trimEnd(script);
  let end = statements.length;
  for (let tries = 0; tries < MAX_SEMICOLONS && end > 0; tries++) {
    end = statements.lastIndexOf(';', end - 1);
    if (end < 0 || NO_EXPRESSION.test(trimStart(statements.slice(end + 1)))) return null;
    // A semicolon inside a string or block leaves something open, which is a syntax error.
    const found = compile(`${statements.slice(0, end + 1)} return (${statements.slice(end + 1)}\n)`);
    if (found) return found;
  }
  return null;
}

/** Without final semicolons and white space. @param {string} script */
function trimEnd(script) {
  let text = script.trimEnd();
  while (text.endsWith(';')) text = text.slice(0, -1).trimEnd();
  return text;
}

/** Without white space and comments before the first statement. @param {string} text */
function trimStart(text) {
  BLANK.lastIndex = 0;
  let start = 0;
  while (BLANK.test(text)) start = BLANK.lastIndex;
  return text.slice(start);
}

/**
 * Compiles the body of an async function; null if it has a syntax error. Uses a script element with
 * the page's nonce, since the page's Content-Security-Policy forbids eval.
 * @param {string} body
 * @returns {(() => Promise<unknown>) | null}
 */
function compile(body) {
  const holder = /** @type {any} */ (window);
  holder.satchelScript = null;
  const element = document.createElement('script');
  element.nonce = document.getElementById('satchel-css')?.nonce ?? '';
  element.textContent = `window.satchelScript = async () => { ${body}\n};`;
  const onError = (/** @type {ErrorEvent} */ event) => {
    event.preventDefault();
    syntaxError = event.message;
  };
  window.addEventListener('error', onError);
  document.head.append(element);
  window.removeEventListener('error', onError);
  element.remove();
  const compiled = holder.satchelScript;
  delete holder.satchelScript;
  return compiled;
}
