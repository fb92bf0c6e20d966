// @ts-check
// Token Status List: two bits an entry, the first in the lowest bits of its byte.

import { fromBase64Url, must } from './codec.js';
import { readSigned } from './es256.js';
import { inflate } from './inflate.js';

const SIZE = (1 << 20) / 4;

/** The states in the order of their values. */
export const STATUSES = ['VALID', 'INVALID', 'SUSPENDED', 'RESERVED'];

/** @typedef {{uri: string, iat: number, exp: number, states: Uint8Array}} StatusList */

/**
 * Reads a list and verifies that a status key has signed it.
 * @param {string} text
 * @param {(kid: string) => import('./curve.js').DeviceKey|undefined} find
 * @returns {Promise<StatusList>}
 */
export async function readStatusList(text, find) {
  const payload = await readSigned(text, 'statuslist+jwt', (kid) => (kid[0] === 's' ? find(kid) : undefined));
  const { sub, iat, exp, status_list: list } = payload;
  must(typeof sub === 'string' && Number.isInteger(iat) && Number.isInteger(exp), 'a foreign list');
  must(list?.bits === 2 && typeof list.lst === 'string', 'a status list of two bits was expected');
  return { uri: sub, iat, exp, states: inflate(fromBase64Url(list.lst), SIZE) };
}

/** @param {StatusList} list @param {number} index @returns {string} one of {@link STATUSES} */
export function statusAt(list, index) {
  return STATUSES[(list.states[index >> 2] >> (index % 4 * 2)) & 3];
}
