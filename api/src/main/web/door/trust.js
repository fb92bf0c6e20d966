// What the device believes offline: the signed bundle of keys and status lists, and the sealed list of the meeting.
import { acceptBundle } from '../../../../../mobile-contract/src/main/resources/verifier/bundle.js';
import { verify } from '../../../../../mobile-contract/src/main/resources/verifier/verify.js';

const encoder = new TextEncoder();

/** @param {any} answer of the server: {list, trust, root} */
export async function openBundle(answer, known = null, nowMs = Date.now()) {
  const outcome = await acceptBundle(answer.trust, answer.root, known?.trust ?? null, nowMs);
  return outcome.ok ? { ...answer.list, trust: outcome.trust } : { ...answer.list, trust: known?.trust ?? null };
}

/** @param {any} bundle @param {string} text @param {number} nowMs */
export async function verifyWith(bundle, text, nowMs) {
  if (!bundle.trust) return { ok: false, reason: 'LIST_TOO_OLD', step: 'STATUS' };
  const verified = await verify(text, bundle.trust, { event: bundle.event }, nowMs);
  if (!verified.ok) return verified;
  const { device, holder } = verified.claims;
  return { ok: true, secret: `${device.x}.${device.y}`, initials: holder ? [...holder.initials].join('. ') + '.' : '' };
}

/**
 * The person behind a credential, readable only with the secret of the credential itself.
 * @param {any} bundle @param {string} kind @param {string} secret
 */
export async function unsealWith(bundle, kind, secret) {
  const salt = encoder.encode(bundle.salt);
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveBits', 'deriveKey']);
  const lookup = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(`lookup ${kind}`) }, material, 128);
  const record = bundle.records?.[hex(lookup)];
  if (!record) return null;
  const key = await crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(`seal ${kind}`) }, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const bytes = Uint8Array.from(atob(record), (letter) => letter.charCodeAt(0));
  const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, key, bytes.slice(12));
  return JSON.parse(new TextDecoder().decode(open).trimEnd());
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
