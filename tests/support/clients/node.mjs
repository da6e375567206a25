// node node.mjs FILE ENDPOINT TOKEN: every scenario; prints the addresses of the uploads.
import { createReadStream, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';

import * as tus from 'tus-js-client';

import { SCENARIOS, upload } from './scenarios.mjs';

const [path, endpoint, token] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${token}` };
const content = readFileSync(path);
// Of a file's own stream tus-js-client takes the size, and announces a last chunk that is too long.
const stream = createReadStream(path).pipe(new PassThrough());
const found = {};
for (const scenario of Object.keys(SCENARIOS)) {
  const source = { deferred: stream, empty: Buffer.alloc(0) }[scenario] ?? content;
  found[scenario] = await upload(tus, scenario, source, endpoint, headers);
}
console.log(JSON.stringify(found));
