// @ts-check
// Points of P-256. Safari 15 does not import compressed points, so they are widened here.

import { fromBase64Url, ofNumber, must, toBase64Url, toNumber } from './codec.js';

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** @typedef {{x: string, y: string}} DeviceKey coordinates of 32 bytes, base64url */

/** @param {bigint} base @param {bigint} exponent */
function power(base, exponent) {
  let result = 1n;
  for (let b = base % P, e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) {
      result = (result * b) % P;
    }
    b = (b * b) % P;
  }
  return result;
}

/** @param {bigint} x */
function squareOfY(x) {
  return (((x * x * x - 3n * x + B) % P) + P) % P;
}

/**
 * Refuses a key that is not a point of the curve, or not written canonically.
 * @param {DeviceKey} key
 */
export function checkPoint(key) {
  const x = toNumber(fromBase64Url(key.x, 32));
  const y = toNumber(fromBase64Url(key.y, 32));
  must(x < P && y < P && (y * y) % P === squareOfY(x), 'not a point of P-256');
}

/** @param {Uint8Array} bytes 33 bytes beginning with exactly 02 or 03 @returns {DeviceKey} */
export function decompress(bytes) {
  must(bytes.length === 33 && (bytes[0] === 2 || bytes[0] === 3), 'not a compressed key');
  const x = toNumber(bytes.subarray(1));
  must(x < P, 'not a point of P-256');
  const root = power(squareOfY(x), (P + 1n) / 4n);
  const y = (root & 1n) === BigInt(bytes[0] - 2) ? root : P - root;
  const key = { x: toBase64Url(bytes.subarray(1)), y: toBase64Url(ofNumber(y, 32)) };
  checkPoint(key);
  return key;
}

/** @param {DeviceKey} key @returns {Uint8Array} 33 bytes */
export function compress(key) {
  checkPoint(key);
  const bytes = new Uint8Array(33);
  bytes[0] = 2 + (fromBase64Url(key.y)[31] & 1);
  bytes.set(fromBase64Url(key.x), 1);
  return bytes;
}
