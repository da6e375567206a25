/** The name of the native window that this page is in. */

/** The window adds its name to the address that it opens (desktop/windows/manager.py). */
const NAME_IN_ADDRESS = /[#&]satchel-window=([\w-]+)$/;
const KEY = 'satchel-window';

/** Empty in browsers. */
export const windowName = findName();

/** Only the first address of a window contains its name. The session storage keeps it for later pages. */
function findName() {
  const found = NAME_IN_ADDRESS.exec(location.hash)?.[1];
  try {
    if (!found) return sessionStorage.getItem(KEY) ?? '';
    sessionStorage.setItem(KEY, found);
  } catch {
    // Without session storage, the name is known until this page is left.
  }
  if (!found) return '';
  const fragment = location.hash.replace(NAME_IN_ADDRESS, '');
  history.replaceState(null, '', location.pathname + location.search + fragment);
  return found;
}
