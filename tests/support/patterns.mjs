// node patterns.mjs SOURCE FLAGS < [[start, pump, end], ...]: fails where the cost of searching
// grows faster than the text. test_patterns.py does the same in Python.
import { readFileSync } from 'node:fs';

const text = ([start, pump, end], size) => start + pump.repeat(Math.max(1, size / pump.length)) + end;

function cost(pattern, searched, tries) {
  let least = Infinity;
  for (let count = 0; count < tries; count++) {
    const before = process.cpuUsage();
    pattern.lastIndex = 0;
    if (pattern.global) searched.replace(pattern, '');
    else pattern.test(searched);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

function check(pattern, attack, small, large) {
  const costs = [small, large].map((size) => cost(pattern, text(attack, size), 3));
  const [least, most] = costs.map((each) => Math.max(each, 50)); // less is the clock
  if (most > (4 * large * least) / small) throw new Error(`${JSON.stringify(attack)}: ${least} and ${most} µs`);
}

function search(source, flags) {
  const pattern = new RegExp(source, flags);
  const attacks = JSON.parse(readFileSync(0, 'utf8'));
  const costs = attacks.map((attack) => {
    cost(pattern, text(attack, 48), 1);
    return cost(pattern, text(attack, 4096), 1);
  });
  const worst = attacks.map((_, index) => index).sort((a, b) => costs[b] - costs[a]);
  for (const index of worst.slice(0, 8)) check(pattern, attacks[index], 4096, 32768);
  for (const index of worst.slice(0, 2)) check(pattern, attacks[index], 2 ** 16, 2 ** 20);
}

search(...process.argv.slice(2));
