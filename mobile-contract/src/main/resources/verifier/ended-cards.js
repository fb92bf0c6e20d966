// @ts-check
// Printed cards that are no longer good: eight bytes of the hash of each one's secret.

import { fromBase64Url, must, utf8 } from './codec.js';
import { readSigned } from './es256.js';

const MARK = 8;

/** @typedef {{iat: number, exp: number, marks: Set<string>}} EndedCards */

/**
 * Reads a list and verifies that the pinned root key has signed it.
 * @param {string} text
 * @param {{kid: string, x: string, y: string}} root
 * @returns {Promise<EndedCards>}
 */
export async function readEndedCards(text, root) {
  const { iat, exp, ended } = await readSigned(text, 'epb-cards+jwt', (kid) => (kid === root.kid ? root : undefined));
  must(Number.isInteger(iat) && Number.isInteger(exp) && typeof ended === 'string', 'a foreign list');
  const bytes = fromBase64Url(ended);
  must(bytes.length % MARK === 0, 'marks of eight bytes were expected');
  const marks = new Set();
  for (let at = 0; at < bytes.length; at += MARK) {
    marks.add(hex(bytes.subarray(at, at + MARK)));
  }
  return { iat, exp, marks };
}

/**
 * Whether the card with this secret has ended.
 * @param {EndedCards} list
 * @param {string} token 26 letters and digits in capitals
 */
export async function isEnded(list, token) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(token)));
  return list.marks.has(hex(hash.subarray(0, MARK)));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
