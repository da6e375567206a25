/** The part of tus-js-client 4.3 that we use (its UMD file defines `window.tus`). */
declare namespace tus {
  interface HttpRequest {
    getMethod(): string;
  }

  interface HttpResponse {
    getStatus(): number;
    getHeader(name: string): string | undefined;
    getBody(): string;
  }

  interface DetailedError extends Error {
    originalRequest: HttpRequest;
    originalResponse: HttpResponse | null;
  }

  interface UploadOptions {
    endpoint: string;
    uploadUrl: string | null;
    metadata: Record<string, string>;
    headers: Record<string, string>;
    uploadDataDuringCreation: boolean;
    storeFingerprintForResuming: boolean;
    retryDelays: number[];
    onShouldRetry(error: DetailedError): boolean;
    onBeforeRequest(request: HttpRequest): void;
    onAfterResponse(request: HttpRequest, response: HttpResponse): void;
    onUploadUrlAvailable(): void;
    onProgress(bytesSent: number, bytesTotal: number): void;
    onSuccess(): void;
    onError(error: DetailedError | Error): void;
  }

  class Upload {
    constructor(file: File, options: UploadOptions);
    url: string | null;
    start(): void;
    abort(): Promise<void>;
  }
}

interface Window {
  tus: typeof tus;
  /** Stops early.js, except for clicks where there are client modules; the events that it recorded. */
  satchelEarly?: () => Event[];
  /** Stops it for clicks too; those that it recorded. */
  satchelPresses?: () => Event[];
  /** Stops early.js keeping what is dropped; what was dropped so far, and where. */
  satchelDrops?: () => { at: EventTarget | null; items: import('./uploads/dropped-files.js').Item[] }[];
  /** The classes of elements before they were changed; `note` records the latest changes. */
  satchelClasses?: { values: WeakMap<Element, string>; note: () => void };
}

/** What client/language.js gives to modules that are loaded lazily. */
declare var satchelTexts: Pick<typeof import('./language.js'), '_' | 'ngettext'>;
