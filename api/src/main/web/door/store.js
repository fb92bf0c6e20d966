// What this phone keeps for the door: its key, the lists, who is inside, and the queue of scans.
import { openDB } from 'idb';

const opened = openDB('profbilet-door', 2, {
  upgrade(database, before) {
    if (before < 2) database.createObjectStore('voids', { keyPath: 'voidId' });
    if (before > 0) return;
    database.createObjectStore('kept');
    database.createObjectStore('bundles');
    database.createObjectStore('presence');
    database.createObjectStore('queue', { keyPath: 'deviceSeq' });
    database.createObjectStore('recent', { keyPath: 'scanId' }).createIndex('at', 'scannedAt');
  },
});

export async function kept(name) {
  return (await opened).get('kept', name);
}

export async function keep(name, value) {
  await (await opened).put('kept', value, name);
}

export async function bundleOf(listId) {
  return (await opened).get('bundles', listId);
}

export async function keepBundle(listId, bundle) {
  await (await opened).put('bundles', bundle, listId);
}

/** Number and scan are written together: a number is never given twice and never lost. @param {object} scan */
export async function enqueue(scan) {
  const change = (await opened).transaction(['kept', 'queue'], 'readwrite');
  const deviceSeq = ((await change.objectStore('kept').get('deviceSeq')) ?? 0) + 1;
  await change.objectStore('kept').put(deviceSeq, 'deviceSeq');
  await change.objectStore('queue').put({ ...scan, deviceSeq });
  await change.done;
  return { ...scan, deviceSeq };
}

export async function replaceInQueue(scan) {
  await (await opened).put('queue', scan);
}

export async function queueVoid(taken) {
  await (await opened).put('voids', taken);
}

export async function voids() {
  return (await opened).getAll('voids');
}

/** @param {string[]} voidIds */
export async function leaveVoids(voidIds) {
  const change = (await opened).transaction('voids', 'readwrite');
  await Promise.all([...voidIds.map((id) => change.store.delete(id)), change.done]);
}

export async function queue() {
  return (await opened).getAll('queue');
}

/** @param {string[]} scanIds */
export async function leaveQueue(scanIds) {
  const gone = new Set(scanIds);
  const change = (await opened).transaction('queue', 'readwrite');
  for (const scan of await change.store.getAll()) if (gone.has(scan.scanId)) await change.store.delete(scan.deviceSeq);
  await change.done;
}

export async function presenceOf(listId, handle) {
  return (await opened).get('presence', `${listId} ${handle}`);
}

/** What is newer wins: a person who came back after having left is present again. @param {{at?: string, door?: string, present: boolean, own?: boolean, entries?: number[]}} presence */
export async function keepPresence(listId, handle, presence) {
  if (!presence.at) return;
  const change = (await opened).transaction('presence', 'readwrite');
  const key = `${listId} ${handle}`;
  const known = await change.store.get(key);
  // Of two entries the first one counts, as on the server.
  const isEarlierEntry = known?.present && presence.present && presence.at < known.at;
  const isNewer = !known || (known.present !== presence.present && presence.at >= known.at);
  const entries = [...new Set([...(known?.entries ?? []), ...(presence.entries ?? [])])].sort((a, b) => a - b);
  await change.store.put({ ...(isEarlierEntry || isNewer ? presence : known), entries }, key);
  await change.done;
}

/** What the server says of a person is so, when nothing waits here that it has not heard of: entries taken back elsewhere are gone. */
export async function replacePresence(listId, handle, presence) {
  const change = (await opened).transaction('presence', 'readwrite');
  const key = `${listId} ${handle}`;
  const known = await change.store.get(key);
  if (presence.at) await change.store.put({ ...presence, own: Boolean(known?.own && known.present && presence.present) }, key);
  else await change.store.delete(key);
  await change.done;
}

/** An entry that was taken back: as if it had not been. */
export async function forgetEntry(listId, handle, at) {
  const change = (await opened).transaction('presence', 'readwrite');
  const key = `${listId} ${handle}`;
  const known = await change.store.get(key);
  const entries = (known?.entries ?? []).filter((entry) => entry !== at);
  if (entries.length) await change.store.put({ ...known, present: false, at: new Date(entries.at(-1)).toISOString(), entries }, key);
  else await change.store.delete(key);
  await change.done;
}

export async function presentCount(listId) {
  const change = (await opened).transaction('presence');
  const range = IDBKeyRange.bound(`${listId} `, `${listId} \uffff`);
  return (await change.store.getAll(range)).filter((one) => one.present).length;
}

export async function remember(entry) {
  await (await opened).put('recent', entry);
}

/** The last scans, newest first. */
export async function lastScans(listId, count = 6) {
  const all = await (await opened).getAllFromIndex('recent', 'at');
  return all.filter((entry) => entry.listId === listId).reverse().slice(0, count);
}

/** The right of this phone has ended: names, lists and keys to them go at once; what waits stays to be delivered. */
export async function eraseButQueue() {
  const database = await opened;
  const names = ['bundles', 'presence', 'recent'];
  const change = database.transaction([...names, 'kept'], 'readwrite');
  const kept = change.objectStore('kept');
  for (const key of await kept.getAllKeys()) if (!['device', 'deviceSeq'].includes(String(key))) await kept.delete(key);
  await Promise.all([...names.map((name) => change.objectStore(name).clear()), change.done]);
}

export async function eraseAll() {
  const database = await opened;
  const names = [...database.objectStoreNames];
  const change = database.transaction(names, 'readwrite');
  await Promise.all([...names.map((name) => change.objectStore(name).clear()), change.done]);
  localStorage.removeItem('muted');
}
