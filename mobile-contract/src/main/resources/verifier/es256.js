// @ts-check
// ES256 with WebCrypto, always over exact bytes and with signatures of exactly 64 bytes.

import { fromBase64Url, ofUtf8, must, toBase64Url, utf8 } from './codec.js';
import { checkPoint } from './curve.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * @param {import('./curve.js').DeviceKey} key
 * @param {string} input
 * @param {string} signature base64url
 * @returns {Promise<boolean>}
 */
export async function isGood(key, input, signature) {
  const bytes = fromBase64Url(signature);
  if (bytes.length !== 64) {
    return false;
  }
  checkPoint(key);
  const jwk = { kty: 'EC', crv: 'P-256', x: key.x, y: key.y };
  const imported = await crypto.subtle.importKey('jwk', jwk, ALGORITHM, false, ['verify']);
  return crypto.subtle.verify(SIGNING, imported, bytes, utf8(input));
}

/** @param {CryptoKey} key @param {string} input @returns {Promise<string>} base64url of 64 bytes */
export async function sign(key, input) {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(SIGNING, key, utf8(input))));
}

/** A text of the right form that no key of ours has signed. */
export class BadSignature extends Error {}

/**
 * Reads a signed JSON object whose header has exactly alg, kid and typ.
 * @param {string} text
 * @param {string} type
 * @param {(kid: string) => import('./curve.js').DeviceKey|undefined} find
 * @returns {Promise<any>}
 */
export async function readSigned(text, type, find) {
  const parts = text.split('.');
  must(parts.length === 3 && text.length <= 16000000, 'not a signed text of three parts');
  const header = ofUtf8(fromBase64Url(parts[0]));
  const kid = /"kid":"([a-z0-9]{1,8})"/.exec(header)?.[1] ?? '';
  must(header === `{"alg":"ES256","kid":"${kid}","typ":"${type}"}`, 'a header of another form');
  const key = find(kid);
  if (!key || !(await isGood(key, `${parts[0]}.${parts[1]}`, parts[2]))) {
    throw new BadSignature('no known key has signed this text');
  }
  return parse(ofUtf8(fromBase64Url(parts[1])));
}

/** @param {string} json */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch (cause) {
    return must(false, 'a payload that is no JSON');
  }
}
