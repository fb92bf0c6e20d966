// What this phone keeps: the two keys (never exportable), the credentials, and the last card seen.
// A ticket on somebody else's phone lies apart, behind a code of its own (locked.js), and is open in memory only.
import { openDB } from 'idb';

export const database = () =>
  openDB('profbilet-ticket', 2, {
    upgrade(made, before) {
      if (before < 1) made.createObjectStore('kept');
      made.createObjectStore('locked', { keyPath: 'id' });
    },
  });

/** @type {import('./locked.js').Opened | null} */
let locked = null;

/** @param {import('./locked.js').Opened | null} opened */
export function useLocked(opened) {
  locked = opened;
}

export function isLockable() {
  return locked !== null;
}

/** @param {string} name @returns {Promise<any>} */
export async function kept(name) {
  return locked ? locked.values[name] : (await database()).get('kept', name);
}

/** @param {Record<string, any>} values all of them or none */
export async function keep(values) {
  if (locked) return locked.keep(values);
  const change = (await database()).transaction('kept', 'readwrite');
  return Promise.all([...Object.entries(values).map(([name, value]) => change.store.put(value, name)), change.done]);
}

export async function countLocked() {
  return (await database()).count('locked');
}

/** Nothing of the member stays, nor does a message for her arrive here. */
export async function forgetAll() {
  if (locked) {
    await (await database()).delete('locked', locked.id);
    locked = null;
    return;
  }
  await (await database()).clear('kept');
  const worker = await navigator.serviceWorker?.getRegistration('/ticket');
  await (await worker?.pushManager?.getSubscription())?.unsubscribe();
}
