// @ts-check
// Bytes as base64url and as decimal digits, each in its only canonical form.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const TAIL_DIGITS = [0, 3, 5, 8, 10, 13, 15, 17, 20, 22, 25, 27, 29];
const BLOCK_BYTES = 13;
const BLOCK_DIGITS = 32;

/** A text that is not a credential of ours, or not in its canonical form. */
export class Malformed extends Error {}

/**
 * @param {boolean} condition
 * @param {string} message
 * @returns {asserts condition}
 */
export function must(condition, message) {
  if (!condition) {
    throw new Malformed(message);
  }
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function utf8(text) {
  return new TextEncoder().encode(text);
}

/** @param {Uint8Array} bytes @returns {string} */
export function ofUtf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Malformed('not UTF-8');
  }
}

/** @param {Uint8Array} bytes @returns {string} */
export function toBase64Url(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] || 0) << 8) | (bytes[i + 2] || 0);
    const letters = Math.min(4, bytes.length - i + 1);
    for (let j = 0; j < letters; j++) {
      text += ALPHABET[(group >> (18 - 6 * j)) & 63];
    }
  }
  return text;
}

/**
 * The bytes of a canonical text; spare bits, padding and foreign characters are refused.
 * @param {string} text
 * @param {number} [length] the number of bytes that it must have
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function fromBase64Url(text, length) {
  must(/^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1, 'not base64url');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = ((held << 6) | ALPHABET.indexOf(letter)) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  must((held & ((1 << bits) - 1)) === 0, 'base64url with spare bits');
  must(length === undefined || bytes.length === length, 'base64url of a wrong length');
  return bytes;
}

/** @param {Uint8Array} bytes big-endian @returns {bigint} */
export function toNumber(bytes) {
  let number = 0n;
  for (const byte of bytes) {
    number = (number << 8n) | BigInt(byte);
  }
  return number;
}

/** @param {bigint} number @param {number} length @returns {Uint8Array} big-endian */
export function ofNumber(number, length) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = Number(number & 0xffn);
    number >>= 8n;
  }
  return bytes;
}

/** @param {number} size */
function width(size) {
  return size === BLOCK_BYTES ? BLOCK_DIGITS : TAIL_DIGITS[size];
}

/** @param {Uint8Array} bytes @returns {string} */
export function toDigits(bytes) {
  let digits = '';
  for (let from = 0; from < bytes.length; from += BLOCK_BYTES) {
    const block = bytes.subarray(from, from + BLOCK_BYTES);
    digits += toNumber(block).toString().padStart(width(block.length), '0');
  }
  return digits;
}

/** @param {string} digits @returns {Uint8Array} */
export function fromDigits(digits) {
  must(/^[0-9]{1,1000}$/.test(digits), 'not decimal digits');
  const tail = TAIL_DIGITS.indexOf(digits.length % BLOCK_DIGITS);
  must(tail >= 0, 'no number of bytes has so many digits');
  const bytes = new Uint8Array(Math.floor(digits.length / BLOCK_DIGITS) * BLOCK_BYTES + tail);
  let at = 0;
  for (let from = 0; from < bytes.length; from += BLOCK_BYTES) {
    const size = Math.min(BLOCK_BYTES, bytes.length - from);
    const block = BigInt(digits.slice(at, at + width(size)));
    must(block >> BigInt(size * 8) === 0n, 'a block of digits is greater than its bytes');
    bytes.set(ofNumber(block, size), from);
    at += width(size);
  }
  return bytes;
}
