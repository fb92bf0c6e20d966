// What this phone keeps: the two keys (never exportable), the credentials, and the last card seen.
import { openDB } from 'idb';

const opened = () =>
  openDB('profbilet-ticket', 1, {
    upgrade(database) {
      database.createObjectStore('kept');
    },
  });

/** @param {string} name @returns {Promise<any>} */
export async function kept(name) {
  const database = await opened();
  return database.get('kept', name);
}

/** @param {Record<string, any>} values all of them or none */
export async function keep(values) {
  const database = await opened();
  const change = database.transaction('kept', 'readwrite');
  await Promise.all([...Object.entries(values).map(([name, value]) => change.store.put(value, name)), change.done]);
}

/** Nothing of the member stays, nor does a message for her arrive here. */
export async function forgetAll() {
  const database = await opened();
  await database.clear('kept');
  const worker = await navigator.serviceWorker?.getRegistration('/ticket');
  await (await worker?.pushManager?.getSubscription())?.unsubscribe();
}
