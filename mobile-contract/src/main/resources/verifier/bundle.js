// @ts-check
// The offline bundle: all that a door needs to verify without a network.

import { Malformed, must } from './codec.js';
import { checkPoint } from './curve.js';
import { BadSignature, readSigned } from './es256.js';
import { readStatusList } from './statuslist.js';

const CLOCK_BEHIND = 30;

/** @typedef {import('./curve.js').DeviceKey} DeviceKey */
/**
 * @typedef {object} Trust what a verifier believes
 * @property {number} iat when it was made, seconds since 1970
 * @property {number} exp when it must no longer be used
 * @property {Map<string, DeviceKey>} keys by kid
 * @property {Set<string>} revoked kids
 * @property {Set<string>} hosts public addresses
 * @property {Map<string, import('./statuslist.js').StatusList>} lists by address
 * @property {number} minProfile
 */
/** @typedef {{ok: true, trust: Trust} | {ok: false, reason: string}} BundleOutcome */

/**
 * Judges a bundle; a bundle or list that is older than the one in use is refused.
 * @param {string} text
 * @param {{kid: string, x: string, y: string}} root the pinned key
 * @param {Trust|null} known the bundle in use
 * @param {number} nowMs
 * @returns {Promise<BundleOutcome>}
 */
export async function acceptBundle(text, root, known, nowMs) {
  try {
    const trust = await readTrust(text, root);
    const reason = judge(trust, known, nowMs / 1000);
    return reason ? { ok: false, reason } : { ok: true, trust };
  } catch (cause) {
    if (cause instanceof BadSignature) {
      return { ok: false, reason: 'BAD_SIGNATURE' };
    }
    if (cause instanceof Malformed) {
      return { ok: false, reason: 'MALFORMED' };
    }
    throw cause;
  }
}

/** @param {Trust} trust @param {Trust|null} known @param {number} now @returns {string} '' when good */
function judge(trust, known, now) {
  if (now + CLOCK_BEHIND < trust.iat) {
    return 'CLOCK_UNTRUSTED';
  }
  if (now >= trust.exp) {
    return 'EXPIRED';
  }
  return known && isOlder(trust, known) ? 'OLDER_THAN_KNOWN' : '';
}

/** @param {Trust} trust @param {Trust} known */
function isOlder(trust, known) {
  const lacking = [...known.lists.values()].some(({ uri, iat }) => !((trust.lists.get(uri)?.iat ?? -1) >= iat));
  return trust.iat < known.iat || lacking;
}

/** @param {string} text @param {{kid: string, x: string, y: string}} root @returns {Promise<Trust>} */
async function readTrust(text, root) {
  const payload = await readSigned(text, 'epb-bundle+jwt', (kid) => (kid === root.kid ? root : undefined));
  const { iat, exp, min_profile: minProfile } = payload;
  must([iat, exp, minProfile].every(Number.isInteger), 'a foreign bundle');
  const keys = readKeys(payload.jwks);
  const trust = {
    iat, exp, minProfile, keys, revoked: new Set(texts(payload.revoked_kids)),
    hosts: new Set(texts(payload.hosts)), lists: new Map(),
  };
  for (const list of texts(payload.status_lists)) {
    const read = await readListOf(list, keys);
    must(!trust.lists.has(read.uri), 'a bundle with two lists of one address');
    trust.lists.set(read.uri, read);
  }
  return trust;
}

/** @param {string} text @param {Map<string, DeviceKey>} keys */
function readListOf(text, keys) {
  return readStatusList(text, (kid) => keys.get(kid));
}

/** @param {any} value @returns {string[]} */
function texts(value) {
  must(Array.isArray(value) && value.every((text) => typeof text === 'string'), 'a foreign bundle');
  return value;
}

/** @param {any} jwks a JWK set @returns {Map<string, DeviceKey>} by kid */
export function readKeys(jwks) {
  must(Array.isArray(jwks?.keys), 'a foreign key set');
  const keys = new Map();
  for (const { kty, crv, kid, x, y } of jwks.keys) {
    must(kty === 'EC' && crv === 'P-256' && [kid, x, y].every((text) => typeof text === 'string'),
      'a foreign key');
    checkPoint({ x, y });
    keys.set(kid, { x, y });
  }
  return keys;
}
