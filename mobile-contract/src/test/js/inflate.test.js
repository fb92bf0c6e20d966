// The page's own reader of the ZLIB format against node's writer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, deflateSync } from 'node:zlib';
import { inflate } from '../../main/resources/verifier/inflate.js';

function bytes(size, seed) {
  const out = new Uint8Array(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    out[i] = state % 100 < 90 ? 0 : state >> 8;
  }
  return out;
}

for (const [name, options] of Object.entries({
  stored: { level: 0 }, fast: { level: 1 }, best: { level: 9 }, fixed: { strategy: constants.Z_FIXED },
  huffman: { strategy: constants.Z_HUFFMAN_ONLY },
})) {
  for (const size of [1, 300, 262144]) {
    test(`${size} bytes come back: ${name}`, () => {
      const given = bytes(size, 7);
      assert.deepEqual(inflate(new Uint8Array(deflateSync(given, options)), size), given);
    });
  }
}

test('more or fewer bytes than expected are refused', () => {
  const packed = new Uint8Array(deflateSync(bytes(1000, 3)));
  assert.throws(() => inflate(packed, 999));
  assert.throws(() => inflate(packed, 1001));
});

test('every damaged byte is noticed', () => {
  const packed = new Uint8Array(deflateSync(bytes(300, 5)));
  const unnoticed = [];
  for (let i = 0; i < packed.length; i++) {
    const damaged = packed.slice();
    damaged[i] ^= 0x55;
    try {
      inflate(damaged, 300);
      unnoticed.push(i);
    } catch (expected) {
      assert.ok(expected instanceof Error);
    }
  }
  assert.deepEqual(unnoticed, []);
});

test('a list cut short is refused', () => {
  const packed = new Uint8Array(deflateSync(bytes(300, 5)));
  for (let length = 0; length < packed.length; length++) {
    assert.throws(() => inflate(packed.subarray(0, length), 300));
  }
});
