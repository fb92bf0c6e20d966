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

/**
 * The ticket in hand: her own, or one that lies behind a code. What was begun for one is kept with that one, or nowhere once it is gone.
 * @typedef {{get: (name: string) => Promise<any>, keep: (values: Record<string, any>) => Promise<any>, forget: () => Promise<any>}} Ticket
 */

/** @returns {Ticket} */
function ownTicket() {
  let gone = false;
  return {
    get: async (name) => (await database()).get('kept', name),
    keep: async (values) => {
      const data = await database();
      if (gone) return;
      const change = data.transaction('kept', 'readwrite');
      await Promise.all([...Object.entries(values).map(([name, value]) => change.store.put(value, name)), change.done]);
    },
    forget: async () => {
      gone = true;
      await (await database()).clear('kept');
    },
  };
}

let own = ownTicket();
/** @type {Ticket | null} */
let locked = null;

export const inHand = () => locked ?? own;

/** @param {Ticket | null} opened */
export function useLocked(opened) {
  locked = opened;
}

export function isLockable() {
  return locked !== null;
}

/** @param {string} name @returns {Promise<any>} */
export const kept = (name) => inHand().get(name);

/** @param {Record<string, any>} values all of them or none */
export const keep = (values) => inHand().keep(values);

export async function countLocked() {
  return (await database()).count('locked');
}

/** Nothing of the member stays, nor does a message for her arrive here. */
export async function forgetAll() {
  const ticket = inHand();
  const wasOwn = ticket === own;
  if (wasOwn) own = ownTicket();
  else locked = null;
  await ticket.forget();
  if (!wasOwn) return;
  const worker = await navigator.serviceWorker?.getRegistration('/ticket');
  await (await worker?.pushManager?.getSubscription())?.unsubscribe();
}
