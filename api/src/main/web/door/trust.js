// What the device believes offline: the signed bundle of keys and status lists, and the sealed list of the meeting.
import { acceptBundle } from '../../../../../mobile-contract/src/main/resources/verifier/bundle.js';
import { utf8 } from '../../../../../mobile-contract/src/main/resources/verifier/codec.js';
import { isEnded, readEndedCards } from '../../../../../mobile-contract/src/main/resources/verifier/ended-cards.js';
import { readSigned } from '../../../../../mobile-contract/src/main/resources/verifier/es256.js';
import { verify } from '../../../../../mobile-contract/src/main/resources/verifier/verify.js';

/** The downloaded list is not what the organiser signed. */
export class ForgedList extends Error {
  constructor() {
    super('Список повреждён или подменён. Скачайте его ещё раз.');
  }
}

/** @typedef {{kid: string, x: string, y: string}} Root the key this device remembers from its enrolment */

/** The list of a meeting, when it is what the organiser signed. @param {{manifest: string, list: any}} answer @param {Root} root */
export async function openList(answer, root) {
  await checkManifest(answer, root);
  return opened(answer.list);
}

/**
 * The list that a device has, with the parts that have changed in place of its own.
 * @param {{manifest: string, list: any, parts: string[]}} delta @param {any} known @param {Root} root
 */
export async function openDelta({ manifest, list, parts }, known, root) {
  const changed = new Set(parts);
  const kept = Object.entries(known.records).filter(([name]) => !changed.has(name.slice(0, 2)));
  return openList({ manifest, list: { ...list, records: { ...Object.fromEntries(kept), ...list.records } } }, root);
}

/** What the server compares with its own: four digits for each of the 256 parts. @param {Record<string, string>} records */
export async function partDigests(records) {
  const parts = Array.from({ length: 256 }, () => /** @type {Record<string, string>} */ ({}));
  for (const [name, record] of Object.entries(records)) parts[parseInt(name.slice(0, 2), 16)][name] = record;
  return (await Promise.all(parts.map(digest))).map((text) => text.slice(0, 4)).join('');
}

/** Settings are signed as they stand, and used as what they say. */
function opened(list) {
  return { ...list, settings: JSON.parse(list.settings) };
}

/**
 * Keys and status lists; older ones never replace newer ones.
 * @param {string} text @param {Root} root @param {any} known the trust in use, or null
 */
export async function openTrust(text, root, known, nowMs) {
  const outcome = await acceptBundle(text, root, known, nowMs);
  if (outcome.ok) return outcome.trust;
  if (['BAD_SIGNATURE', 'MALFORMED'].includes(outcome.reason)) throw new ForgedList();
  return known;
}

/**
 * Printed cards that are no longer good; an older list never replaces a newer one.
 * @param {string} text @param {Root} root @param {any} known the list in use, or null
 */
export async function openEndedCards(text, root, known) {
  try {
    const list = await readEndedCards(text, root);
    return known && list.iat < known.iat ? known : list;
  } catch {
    throw new ForgedList();
  }
}

/** An end is for ever: even an old list is believed when it names the card. @param {any} list or nothing @param {string} token */
export async function hasEnded(list, token) {
  return Boolean(list) && isEnded(list, token);
}

async function checkManifest({ manifest, list }, root) {
  let signed;
  try {
    signed = await readSigned(manifest, 'epb-list+jwt', (kid) => (kid === root.kid ? root : undefined));
  } catch {
    throw new ForgedList();
  }
  const sameWords = ['version', 'event', 'kind', 'policy', 'salt'].every((name) => signed[name] === list[name]);
  const sameTimes = ['madeAt', 'validUntil', 'opensAt', 'closesAt'].every((name) => Date.parse(signed[name]) === Date.parse(list[name]));
  const sameRecords = signed.records === (await digest(list.records));
  const sameRules = signed.decides === (await sha256(`${list.settings}|${list.exclusiveGroup ?? 'null'}`));
  if (!sameWords || !sameTimes || !sameRecords || !sameRules || signed.list !== list.id) throw new ForgedList();
}

/** SHA-256 over the lines «name=record» in order of names. @param {Record<string, string>} records */
export async function digest(records) {
  const lines = Object.keys(records).sort().map((name) => `${name}=${records[name]}`);
  return sha256(lines.join('\n'));
}

/** @param {string} text */
async function sha256(text) {
  return hex(await crypto.subtle.digest('SHA-256', utf8(text)));
}

/** @param {any} trust @param {number} event number of the meeting @param {string} text @param {number} nowMs */
export async function verifyWith(trust, event, text, nowMs) {
  if (!trust) return { ok: false, reason: 'LIST_TOO_OLD', step: 'STATUS' };
  const verified = await verify(text, trust, { event }, nowMs);
  if (!verified.ok) return verified;
  const { device, holder } = verified.claims;
  return {
    ok: true,
    secret: `${device.x}.${device.y}`,
    ticket: holder?.ticket ?? '',
    initials: [...(holder?.initials ?? '')].filter((letter) => letter !== 'Ъ').map((letter) => `${letter}.`).join(' '),
  };
}

/**
 * The person behind a credential, readable only with the secret of the credential itself.
 * @param {any} bundle @param {string} kind PLASTIC or PHONE @param {string} secret
 */
export async function unsealWith(bundle, kind, secret) {
  const salt = utf8(bundle.salt);
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits', 'deriveKey']);
  const from = (/** @type {string} */ info) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(`${info} ${kind}`) });
  const record = bundle.records[hex(await crypto.subtle.deriveBits(from('lookup'), material, 128))];
  if (!record) return null;
  const key = await crypto.subtle.deriveKey(from('seal'), material, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const bytes = Uint8Array.from(atob(record), (letter) => letter.charCodeAt(0));
  const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, key, bytes.slice(12));
  return JSON.parse(new TextDecoder().decode(open));
}

/** On an open list the handle is made of the ticket number, so that a second scan is known. @param {any} bundle @param {string} ticket */
export async function handleWith(bundle, ticket) {
  const key = await crypto.subtle.importKey('raw', utf8(bundle.handleKey), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, utf8(ticket))).slice(0, 24);
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
