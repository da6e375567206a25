// What tus-js-client is made to do, the same in Node and in browsers.

const MEBIBYTE = 1 << 20;

export const SCENARIOS = {
  simple: {},
  chunks: { chunkSize: 5 * MEBIBYTE },
  creation: { uploadDataDuringCreation: true },
  parallel: { parallelUploads: 3 },
  deferred: { uploadLengthDeferred: true, chunkSize: MEBIBYTE },
  paused: { chunkSize: MEBIBYTE },
  resumed: { chunkSize: MEBIBYTE },
  terminated: { chunkSize: MEBIBYTE },
  empty: {},
};

/** Upload in the way of a scenario; the upload's address when that is done. */
export function upload(tus, scenario, source, endpoint, headers) {
  return new Promise((resolve, reject) => {
    let isFirst = true;
    const options = {
      endpoint,
      headers,
      retryDelays: null,
      removeFingerprintOnSuccess: true,
      metadata: { filename: `${scenario} é.bin`, filetype: 'text/plain' },
      onError: reject,
      onSuccess: () => resolve(tusUpload.url),
      onChunkComplete: () => {
        if (isFirst) void interrupt().catch(reject);
        isFirst = false;
      },
      ...SCENARIOS[scenario],
    };
    const tusUpload = new tus.Upload(source, options);

    async function interrupt() {
      if (scenario === 'terminated') {
        await tusUpload.abort(true);
        resolve(tusUpload.url);
      } else if (scenario === 'paused') {
        await tusUpload.abort();
        tusUpload.start();
      } else if (scenario === 'resumed') {
        await tusUpload.abort(); // as if the page or process had ended; another one goes on
        const another = { ...options, uploadUrl: tusUpload.url, onChunkComplete: undefined };
        another.onSuccess = () => resolve(tusUpload.url);
        new tus.Upload(source, another).start();
      }
    }

    tusUpload.start();
  });
}
