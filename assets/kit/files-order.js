/** Order: the files of a list by their numbers, kept as runs of successive ones. */

/** @typedef {number[]} Runs The first and last number of each run: 7 8 9 2 is [7, 9, 2, 2]. */
/** @typedef {{ first: number, last: number, place: number }} Run Its numbers, and its place in the order. */

export class Order {
  /** @type {Run[]} */
  #runs = [];
  /** How many files there are. */
  count = 0;

  /** @param {Runs} ends */
  constructor(ends) {
    for (let at = 0; at < ends.length; at += 2) {
      const [first, last] = [ends[at], ends[at + 1]];
      this.#runs.push({ first, last, place: this.count });
      this.count += last - first + 1;
    }
    this.#byNumber = [...this.#runs].sort((one, other) => one.first - other.first);
  }

  /** @type {Run[]} */
  #byNumber;

  /** The file at a place that is in the order. @param {number} place */
  at(place) {
    const run = lastFrom(this.#runs, place, 'place');
    return run === undefined ? 0 : run.first + place - run.place;
  }

  /** The place of a file; -1 if it is not in the order. @param {number} number */
  placeOf(number) {
    const run = lastFrom(this.#byNumber, number, 'first');
    return run === undefined || number > run.last ? -1 : run.place + number - run.first;
  }

  /** The files from one place to another, which may be outside. @param {number} first @param {number} last */
  between(first, last) {
    const numbers = [];
    for (let place = Math.max(0, first); place <= Math.min(last, this.count - 1); place += 1) {
      numbers.push(this.at(place));
    }
    return numbers;
  }

  /** All files. */
  all() {
    return this.between(0, this.count - 1);
  }
}

/** Numbers as runs. @param {Iterable<number>} numbers @returns {Runs} */
export function runsOf(numbers) {
  /** @type {Runs} */
  const ends = [];
  for (const number of numbers) {
    if (ends.length > 0 && number === ends[ends.length - 1] + 1) ends[ends.length - 1] = number;
    else ends.push(number, number);
  }
  return ends;
}

/** The last run whose property is at most a value. @param {Run[]} runs @param {number} value @param {'first' | 'place'} name */
function lastFrom(runs, value, name) {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle][name] <= value) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

/** The numbers in runs. @param {Runs} ends */
export function numbersIn(ends) {
  return new Order(ends).all();
}
