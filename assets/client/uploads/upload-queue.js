/** Limits how many requests send files at the same time. */

/** Over all forms of the page: browsers allow six connections to a server. */
const MAX_CONCURRENT = 3;

/** @type {(() => Promise<void>)[]} */
const queue = [];
let running = 0;

/** Runs a job when fewer than `MAX_CONCURRENT` are running. @param {() => Promise<void>} job Never rejects. */
export function enqueue(job) {
  queue.push(job);
  startNext();
}

function startNext() {
  while (running < MAX_CONCURRENT) {
    const job = queue.shift();
    if (!job) return;
    running += 1;
    void job().finally(() => {
      running -= 1;
      startNext();
    });
  }
}
