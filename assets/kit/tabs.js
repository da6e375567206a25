// The keys of tabs: arrows, Home and End select the next tab, the one before, the first and the last.

/** @type {Record<string, (at: number, count: number) => number>} */
const MOVES = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
};
/** @type {Record<string, string>} */
const MIRRORED = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' };

/** @param {HTMLElement} list */
export function mounted(list) {
  list.addEventListener('keydown', (event) => {
    const isMirrored = getComputedStyle(list).direction === 'rtl';
    const move = MOVES[(isMirrored && MIRRORED[event.key]) || event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    /** @type {NodeListOf<HTMLElement>} */
    const tabs = list.querySelectorAll('[role="tab"]');
    const at = [...tabs].findIndex((tab) => tab === event.target);
    const tab = tabs[(move(at, tabs.length) + tabs.length) % tabs.length];
    if (at < 0 || !tab) return;
    event.preventDefault();
    tab.focus();
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    tab.click();
  });
}
