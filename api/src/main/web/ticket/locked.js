// Tickets on a phone that is not one's own: everything of the member, keys included, is sealed with a code of six digits.
// It guards against the phone's owner looking in, not against a laboratory: a lost phone is ended from another one or by the chair.
import { utf8, ofUtf8 } from '../../../../../mobile-contract/src/main/resources/verifier/codec.js';
import { database, useLocked } from './vault.js';

const ROUNDS = 600_000;
const TRIES = 5;
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

/** A key pair whose private half can be sealed. */
export async function makeSealableKey() {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const { x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const jwk = { kty: 'EC', crv: 'P-256', x: String(x), y: String(y) };
  return { key: pair.privateKey, jwk, secret: { ...jwk, d } };
}

/** @returns {Promise<{id: string, name: string}[]>} */
export async function listLocked() {
  return (await database()).getAll('locked');
}

/** @param {string} pin @param {string} name as it stands in the list of this phone @param {{id: string, [name: string]: any}} values with both keys as secret JWK */
export async function makeLocked(pin, name, { id, ...values }) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await keyOf(pin, salt);
  const record = { id, name, salt, tries: TRIES };
  await (await database()).put('locked', await seal(record, key, values));
  useLocked(await opened(record, key, values));
}

/**
 * @param {string} id @param {string} pin
 * @returns {Promise<number>} TRIES left; 0 where the ticket was removed after too many wrong ones; -1 where it is open
 */
export async function unlock(id, pin) {
  const data = await database();
  const record = await data.get('locked', id);
  // Counted before it is tried: reloading the page wins nothing.
  const left = record.tries - 1;
  await data.put('locked', { ...record, tries: left });
  try {
    const key = await keyOf(pin, record.salt);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: record.iv }, key, record.sealed);
    await data.put('locked', { ...record, tries: TRIES });
    useLocked(await opened({ ...record, tries: TRIES }, key, JSON.parse(ofUtf8(new Uint8Array(text)))));
    return -1;
  } catch {
    if (left === 0) await data.delete('locked', id);
    return left;
  }
}

/** @returns {Promise<import('./vault.js').Ticket>} */
async function opened(record, key, values) {
  const signing = (jwk) => crypto.subtle.importKey('jwk', jwk, CURVE, false, ['sign']);
  const all = { ...values };
  const shown = { ...values, doorKey: await signing(values.doorKey), memberKey: await signing(values.memberKey) };
  let gone = false;
  return {
    get: async (name) => shown[name],
    keep: async (changed) => {
      Object.assign(all, changed);
      Object.assign(shown, changed);
      const sealed = await seal(record, key, all);
      const data = await database();
      if (!gone) await data.put('locked', sealed);
    },
    forget: async () => {
      gone = true;
      await (await database()).delete('locked', record.id);
    },
  };
}

async function seal(record, key, values) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(JSON.stringify(values)));
  return { ...record, iv, sealed };
}

async function keyOf(pin, salt) {
  const raw = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
