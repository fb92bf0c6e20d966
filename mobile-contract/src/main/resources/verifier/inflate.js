// @ts-check
// The ZLIB format (RFC 1950, 1951) for status lists: Safari 15 has no DecompressionStream.

import { must } from './codec.js';

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83,
  99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769,
  1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11,
  12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** @typedef {{counts: number[], symbols: number[]}} Code a canonical Huffman code */

/** @param {number[]} lengths @returns {Code} */
function code(lengths) {
  const counts = new Array(16).fill(0);
  lengths.forEach((length) => counts[length]++);
  counts[0] = 0;
  const symbols = lengths.map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol)
    .map(({ symbol }) => symbol);
  return { counts, symbols };
}

const FIXED_LENGTHS = code([...Array(288).keys()].map((s) => (s < 144 ? 8 : s < 256 ? 9 : s < 280 ? 7 : 8)));
const FIXED_DISTANCES = code(new Array(30).fill(5));

class Inflation {
  /** @param {Uint8Array} input @param {number} size */
  constructor(input, size) {
    this.input = input;
    this.output = new Uint8Array(size);
    this.at = 2;
    this.bit = 0;
    this.made = 0;
  }

  /** @param {number} count @returns {number} */
  bits(count) {
    let value = 0;
    for (let i = 0; i < count; i++) {
      must(this.at < this.input.length, 'a list that ends too early');
      value |= ((this.input[this.at] >> this.bit) & 1) << i;
      this.bit = (this.bit + 1) & 7;
      this.at += this.bit === 0 ? 1 : 0;
    }
    return value;
  }

  /** @param {Code} table @returns {number} */
  symbol(table) {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      value |= this.bits(1);
      const count = table.counts[length];
      if (value - first < count) {
        return table.symbols[index + value - first];
      }
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    return must(false, 'a code word that does not exist') ?? 0;
  }

  /** @param {number} byte */
  put(byte) {
    must(this.made < this.output.length, 'a status list that is too long');
    this.output[this.made++] = byte;
  }

  stored() {
    this.at += this.bit > 0 ? 1 : 0;
    this.bit = 0;
    const length = this.bits(16);
    must((this.bits(16) ^ length) === 0xffff, 'a damaged block');
    for (let i = 0; i < length; i++) {
      this.put(this.bits(8));
    }
  }

  /** @param {Code} lengths @param {Code} distances */
  block(lengths, distances) {
    for (let symbol = this.symbol(lengths); symbol !== 256; symbol = this.symbol(lengths)) {
      if (symbol < 256) {
        this.put(symbol);
      } else {
        this.copy(symbol - 257, distances);
      }
    }
  }

  /** @param {number} place @param {Code} distances */
  copy(place, distances) {
    must(place < 29, 'a length that does not exist');
    const length = LENGTH_BASE[place] + this.bits(LENGTH_BITS[place]);
    const far = this.symbol(distances);
    must(far < 30, 'a distance that does not exist');
    const distance = DISTANCE_BASE[far] + this.bits(DISTANCE_BITS[far]);
    must(distance <= this.made, 'a distance before the beginning');
    for (let i = 0; i < length; i++) {
      this.put(this.output[this.made - distance]);
    }
  }

  dynamic() {
    const [literals, distances, codes] = [this.bits(5) + 257, this.bits(5) + 1, this.bits(4) + 4];
    const own = new Array(19).fill(0);
    for (let i = 0; i < codes; i++) {
      own[ORDER[i]] = this.bits(3);
    }
    const lengths = this.lengths(code(own), literals + distances);
    this.block(code(lengths.slice(0, literals)), code(lengths.slice(literals)));
  }

  /** @param {Code} table @param {number} count @returns {number[]} */
  lengths(table, count) {
    /** @type {number[]} */
    const lengths = [];
    while (lengths.length < count) {
      const symbol = this.symbol(table);
      if (symbol < 16) {
        lengths.push(symbol);
      } else {
        must(symbol !== 16 || lengths.length > 0, 'nothing to repeat');
        const value = symbol === 16 ? lengths[lengths.length - 1] : 0;
        const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
        lengths.push(...new Array(times).fill(value));
      }
    }
    must(lengths.length === count, 'too many lengths');
    return lengths;
  }

  run() {
    let last = false;
    while (!last) {
      last = this.bits(1) === 1;
      const kind = this.bits(2);
      must(kind !== 3, 'a block of an unknown kind');
      if (kind === 0) {
        this.stored();
      } else if (kind === 1) {
        this.block(FIXED_LENGTHS, FIXED_DISTANCES);
      } else {
        this.dynamic();
      }
    }
    this.at += this.bit > 0 ? 1 : 0;
  }
}

/** @param {Uint8Array} bytes @returns {number} */
function adler32(bytes) {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

/**
 * @param {Uint8Array} input in the ZLIB format
 * @param {number} size exactly so many bytes must come out
 * @returns {Uint8Array}
 */
export function inflate(input, size) {
  must(input.length > 6 && (input[0] & 15) === 8 && ((input[0] << 8) | input[1]) % 31 === 0
    && (input[1] & 32) === 0, 'not in the ZLIB format');
  const inflation = new Inflation(input, size);
  inflation.run();
  must(inflation.made === size && inflation.at + 4 === input.length, 'a list of a wrong length');
  const sum = input.subarray(-4).reduce((number, byte) => number * 256 + byte, 0);
  must(sum === adler32(inflation.output), 'a damaged list');
  return inflation.output;
}
