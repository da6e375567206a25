/** What a page and the program say to each other. Written by `scripts/make_protocol` from `core/live/protocol.py`; do not edit. */

/** How a page reaches the program, and where it is shown. */
export interface ClientFeatures {
  /** whether its channel is a websocket. */
  websockets: boolean;
  /** whether it is in the program's own window. */
  window: boolean;
  /** whether files can be dragged out of it into other programs. */
  drags: boolean;
  /** whether files of this computer reach the program without being sent. */
  local: boolean;
  /** whether to show failures to the program's author. */
  debug: boolean;
}

/** The settings of the document, as JSON in the element `#satchel-page`. */
export interface PageSettings {
  /** whether its channel is a websocket. */
  websockets: boolean;
  /** whether it is in the program's own window. */
  window: boolean;
  /** whether files can be dragged out of it into other programs. */
  drags: boolean;
  /** whether files of this computer reach the program without being sent. */
  local: boolean;
  /** whether to show failures to the program's author. */
  debug: boolean;
  /** the page's token. */
  page: string;
  /** the number of the last patch that this document includes. */
  seq: number;
  /** the places in the cascade of the rules in `#satchel-rules`. */
  orders: number[];
  /** the address to show. */
  display_url: string | null;
  /** an address to go to at once. */
  redirect: string | null;
  /** an address to open in a new tab. */
  open: string | null;
  /** the events that the page itself has handlers for. */
  events: string[];
  /** seconds until the page reloads. */
  reload_interval: number | null;
}

/** Set an attribute; null removes it. Setting `data-satchel-animation` plays the animation. */
export type SetAttribute = [op: 'a', id: number, name: string, value: string | boolean | null];

/** Set the value of a control, except in the channel `origin`, where it was entered. */
export type SetValue = [op: 'v', id: number, value: string | string[] | null, origin: string | null];

/** Check or uncheck a control, except in the channel `origin`, where that was done. */
export type SetChecked = [op: 'k', id: number, checked: boolean, origin: string | null];

/** Focus an element. */
export type SetFocus = [op: 'f', id: number];

/** Replace the text before the children. */
export type SetText = [op: 't', id: number, text: string];

/** Replace all content with this HTML. */
export type SetContent = [op: 'h', id: number, html: string];

/** Children to insert, in this order, after the child `after` (null: at the start). A child is the id of one that the page has, which moves, or the HTML of a new one. */
export type ChildRun = [after: number | null, children: (number | string)[]];

/** Insert children, then remove those with the ids `removed` that were not moved elsewhere. */
export type SpliceChildren = [op: 'c', id: number, removed: number[], runs: ChildRun[]];

/** Add style rules. */
export type AddRules = [op: 's', rules: [order: number, css: string][]];

/** Set an attribute of the page, such as its title. */
export type SetPageAttribute = [op: 'p', name: string, value: any];

/** Save what is at an address under a name (empty: the one in the response). */
export type SaveDownload = [op: 'd', address: string, name: string];

/** Run a script; if `send` is set, return its value with the event `result_ready`. The browser whose channel is in `asked` answers the question with the number there, too. */
export type RunScript = [op: 'j', script: string, request_id: any, send: boolean, asked: [string, number] | null];

/** The first message of a channel. */
export interface ChannelOpened {
  /** its unguessable id. */
  channel: string;
}

/** What changed. */
export interface PatchMessage {
  /** the number of the patch. */
  seq: number;
  /** to be applied in this order. */
  ops: Operation[];
}

/** The whole page, for a browser that missed too many patches. */
export interface WholePage {
  /** the number of the last patch that it includes. */
  seq: number;
  /** of all components. */
  html: string;
  /** all style rules that it needs. */
  rules: [order: number, css: string][];
  /** the page's own attributes. */
  state: Record<string, any>;
}

/** Operations for this browser only, without a number. */
export interface SingleUpdate {
  /** to be applied at once. */
  now: Operation[];
}

/** The answer to an event or a window call, sent when its handler has ended. */
export interface Acknowledgement {
  /** the number of the request. */
  ack: number;
  /** a sentence for the user; "" if a panel shows it already (debug mode). */
  error?: string | null;
  /** the answer of the window, or of a handler to the script of a module. */
  result?: any;
  /** sentences about single files, by upload id. */
  files?: Record<string, string>;
}

/** An error of the program, for its author (debug mode). */
export interface FailurePanel {
  /** the HTML of a section. */
  failure: string;
}

/** The system opened files with the program: the page asks for them. */
export interface FilesOpened {
  /** always true. */
  opened: true;
}

/** How much of an upload is on disk. */
export interface BytesStored {
  /** the upload's id, and bytes. */
  stored: [string, number];
}

/** What is dragged within the program. */
export interface DragSource {
  /** the token of the page that it is on. */
  page: string;
  /** the number of the component with `drag_files`. */
  c: number;
  /** what the script of the component says is dragged. */
  detail: any;
}

/** Something to show from the window around the page. */
export interface WindowNews {
  /** a sentence for the user. */
  message?: string;
  /** the title of a notification. */
  notify?: string;
  /** the text below that title. */
  text?: string;
  /** the id of a command of the page that was chosen in the window's menus. */
  menu?: string;
  /** the number of a save, to which the other fields belong. */
  save?: number;
  /** the name of the file that is saved. */
  name?: string;
  /** how many bytes are written. */
  done?: number;
  /** the size of the file in bytes, if known. */
  size?: number | null;
  /** how far the save is. */
  state?: 'writing' | 'saved' | 'failed' | 'cancelled';
  /** of the file, once it is saved. */
  folder?: string;
  /** what a window of the program drags from now on; null: it has ended. Drops of it do not say so themselves. */
  drag?: DragSource | null;
}

/** News from the window. */
export interface WindowMessage {
  /** what to show. */
  window: WindowNews;
}

/** What the program says about a notice: it is new, changed, or closed. */
export interface NoticeNews {
  /** its number. A page ignores news of those that it does not show. */
  notice: number;
  /** whether to show it. */
  is_new: boolean;
  /** whether it stays; false closes it. */
  is_open: boolean;
  text: string;
  /** how it looks. */
  kind: 'info' | 'good' | 'warning' | 'bad';
  /** the text of its button; null if it has none. */
  action: string | null;
  /** from 0 to 1, true if unknown; null shows none. */
  progress: number | true | null;
  /** until it closes; 0 leaves it open, and null leaves that to the page. */
  seconds: number | null;
}

/** A question to the browser, or to its user. */
export interface Question {
  /** the number of the question. */
  ask: number;
  /** `confirm`, `ask`, `files`, `fullscreen` or `close`; or `accept`, which closes the dialog of the `ask` with the same number. */
  question: string;
  /** as each question needs them. */
  args: Record<string, any>;
}

/** The program no longer waits for an answer. */
export interface QuestionWithdrawn {
  /** the number of the question. */
  unask: number;
}

/** A sign of life of the program: the answer to `alive` on a websocket. */
export interface AliveReply {
  /** always true. */
  alive: true;
}

/** A control of a form that is submitted. */
export interface FormEntry {
  /** its component id. */
  c: number | null;
  /** the text, or the chosen options of a select that takes several. */
  value?: string | string[];
  /** of a checkbox or radio button. */
  checked?: boolean;
  /** of a file input: the ids of the uploads. */
  uploads?: string[];
}

/** A file that was chosen in an input and has not been sent yet. */
export interface ChosenFile {
  name: string;
  /** in bytes. */
  size: number;
  /** its media type, if the browser knows it. */
  type: string;
  /** in milliseconds since 1970. */
  lastModified: number;
}

/** An event. */
export interface EventMessage {
  t: 'event';
  /** the number of the request. */
  n: number;
  /** the id of the target; 0 or missing for an event of the page. */
  c?: number | null;
  /** the number of the notice that is the target. */
  notice?: number;
  /** the name of the event. */
  e: string;
  /** the fields of `msg`. `value` and `checked` are entered into a control; `form` is a list of `FormEntry`, `files` of `ChosenFile`; `detail` is what a client module sent. */
  data: Record<string, any>;
}

/** A request to the window around the page. */
export interface WindowCall {
  t: 'window';
  /** the number of the request. */
  n: number;
  /** the name of the call (`desktop.bridge.page_calls`, `core.web.drag_out`). */
  call: string;
  /** as each call needs them. */
  args: Record<string, any>;
}

/** The answer to a question. */
export interface QuestionAnswer {
  t: 'answer';
  /** the number of the question. */
  ask: number;
  result?: any;
  /** why there is none. */
  error?: string;
}

/** A request for the whole page. */
export interface Resync {
  t: 'resync';
}

/** A sign of life, and on a websocket a request for one. */
export interface Alive {
  t: 'alive';
}

/** A page without a websocket opens a channel. Posted. */
export interface Join {
  t: 'join';
  /** the page's token. */
  page: string;
  /** the number of the last patch that it has. */
  seq: number;
  /** the name of the stream that carries the channel's messages. */
  browser: string;
  /** the channel that this one replaces; "" if there was none. */
  channel: string;
  /** the name of the native window that the page is in; "" in browsers. */
  window: string;
}

/** A page without a websocket closes its channel. Posted. */
export interface Leave {
  t: 'leave';
}

export type ElementOperation = SetAttribute | SetValue | SetChecked | SetFocus | SetText | SetContent | SpliceChildren;

export type PageOperation = AddRules | SetPageAttribute | SaveDownload | RunScript;

export type Operation = SetAttribute | SetValue | SetChecked | SetFocus | SetText | SetContent | SpliceChildren | AddRules | SetPageAttribute | SaveDownload | RunScript;

export type ServerMessage = ChannelOpened | PatchMessage | WholePage | SingleUpdate | Acknowledgement | FailurePanel | FilesOpened | BytesStored | WindowMessage | NoticeNews | Question | QuestionWithdrawn | AliveReply;

export type ClientMessage = EventMessage | WindowCall | QuestionAnswer | Resync | Alive | Join | Leave;
