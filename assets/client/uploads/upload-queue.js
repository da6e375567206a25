/** The few places at which files are sent at the same time. */

/** Jobs at a time, over all forms of the page: browsers allow six connections per server. */
const PARALLEL = 3;

/** Jobs that wait for a place. @type {(() => Promise<void>)[]} */
const queue = [];
let running = 0;

/**
 * Runs a job as soon as one of the places is free.
 * @param {() => Promise<void>} job Never rejects.
 */
export function enqueue(job) {
  queue.push(job);
  startNext();
}

function startNext() {
  while (running < PARALLEL) {
    const job = queue.shift();
    if (!job) return;
    running += 1;
    void job().finally(() => {
      running -= 1;
      startNext();
    });
  }
}
