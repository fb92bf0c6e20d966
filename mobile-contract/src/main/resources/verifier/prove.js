// @ts-check
// What a phone does: it keeps a key that cannot be exported and proves with it.

import { must } from './codec.js';
import { sign } from './es256.js';
import { presentedText, proofInput, qrText, read } from './pack.js';

/**
 * A new key for a device; keep it in IndexedDB. The private half cannot be read by anybody.
 * @returns {Promise<{key: CryptoKey, jwk: {kty: string, crv: string, x: string, y: string}}>}
 */
export async function makeDeviceKey() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { key: pair.privateKey, jwk: { kty: 'EC', crv: 'P-256', x: String(x), y: String(y) } };
}

/**
 * Adds a proof to a credential.
 * @param {string} text as the issuer gave it: JWT and tilde
 * @param {CryptoKey} key of this device
 * @param {{nowMs: number, event?: number, nonce?: string}} moment nonce: 8 bytes of the door as base64url
 * @returns {Promise<import('./pack.js').Presented>}
 */
export async function prove(text, key, { nowMs, event = 0, nonce = '' }) {
  const { credential, proof: none } = await read(text);
  must(none === null, 'a credential that has a proof already');
  const proof = { iat: Math.floor(nowMs / 1000), event, nonce };
  return { credential, proof, proofSignature: await sign(key, await proofInput(credential, proof)) };
}

/**
 * The text of the QR to show now; to be made anew every 15 seconds.
 * @param {string} text
 * @param {CryptoKey} key
 * @param {{nowMs: number, event?: number, nonce?: string}} moment
 * @returns {Promise<string>}
 */
export async function makeQrText(text, key, moment) {
  return qrText(await prove(text, key, moment));
}

/**
 * SD-JWT+KB of RFC 9901, for verifiers that know nothing of the QR.
 * @param {string} text
 * @param {CryptoKey} key
 * @param {{nowMs: number, event?: number, nonce?: string}} moment
 * @returns {Promise<string>}
 */
export async function makePresentation(text, key, moment) {
  return presentedText(await prove(text, key, moment));
}
