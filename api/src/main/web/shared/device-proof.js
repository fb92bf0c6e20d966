// A page without a password opens its session by a short statement signed with the key of this device.
import { toBase64Url, utf8 } from '../../../../../mobile-contract/src/main/resources/verifier/codec.js';
import { sign } from '../../../../../mobile-contract/src/main/resources/verifier/es256.js';
import { rightNow } from './clock.js';

let last = 0;
const part = (/** @type {object} */ value) => toBase64Url(utf8(JSON.stringify(value)));

/**
 * Every next proof is later than the one before, also when the clock stands still.
 * @param {CryptoKey} key private, P-256
 * @param {string} issuer id of the device, or the code of an invitation
 * @param {string} audience the public address of the server
 */
export async function deviceProof(key, issuer, audience = location.origin, now = rightNow()) {
  last = Math.max(now, last + 1);
  const text = `${part({ alg: 'ES256', typ: 'JWT' })}.${part({ iss: issuer, aud: audience, iat: last })}`;
  return `${text}.${await sign(key, text)}`;
}
