// The side of a frame: where the window is narrow it is a drawer, which closes when people have chosen.

/** @param {HTMLElement} side */
export function mounted(side) {
  side.addEventListener('click', ({ target }) => {
    const isChosen = target instanceof Element && target.closest('a, button:not([aria-haspopup])');
    if (isChosen && side.matches(':popover-open')) side.hidePopover();
  });
  // Behind it, people would not see what has the focus.
  side.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Element && !side.contains(relatedTarget) && side.matches(':popover-open')) side.hidePopover();
  });
  matchMedia('(width < 44rem)').addEventListener('change', () => side.matches(':popover-open') && side.hidePopover());
}
