// @ts-check
// Judges a shown credential in the fixed order of checks, with no allowance for skew.

import { Malformed } from './codec.js';
import { isGood } from './es256.js';
import { KINDS, expiry, issuerInput, proofInput, read } from './pack.js';
import { statusAt } from './statuslist.js';

const PROOF_AGE = 60;
const PROOF_AHEAD = 30;
const LIST_AGE = 72 * 3600;
const CLOCK_BEHIND = 30;
const STATUS_REASONS = { SUSPENDED: 'CARD_BLOCKED', INVALID: 'CARD_REVOKED', RESERVED: 'CARD_REVOKED' };

/** @typedef {import('./bundle.js').Trust} Trust */
/** @typedef {import('./pack.js').Presented} Presented */
/**
 * @typedef {object} Door what is accepted here
 * @property {string[]} [kinds] DOOR alone when absent
 * @property {number} event number; a proof for event 0 is accepted too
 * @property {string[]} [nonces] own questions younger than 120 s
 */
/** @typedef {{ok: false, reason: string, step: string}} Refused */
/**
 * @typedef {object} Verified
 * @property {true} ok
 * @property {import('./pack.js').Claims} claims
 * @property {import('./pack.js').Proof} proof
 * @property {number} statusAsOf when the status list was made, seconds since 1970
 * @property {string} replayKey the same for every text of one proof
 */

/** @param {string} reason @param {string} step @returns {Refused} */
function refused(reason, step) {
  return { ok: false, reason, step };
}

/**
 * @param {string} text of a QR, or SD-JWT with or without proof
 * @param {Trust} trust
 * @param {Door} door
 * @param {number} nowMs milliseconds since 1970
 * @returns {Promise<Verified|Refused>}
 */
export async function verify(text, trust, door, nowMs) {
  const now = nowMs / 1000;
  if (now + CLOCK_BEHIND < trust.iat) {
    return refused('CLOCK_UNTRUSTED', 'CLOCK');
  }
  let presented;
  try {
    presented = await read(text);
  } catch (cause) {
    if (cause instanceof Malformed) {
      return refused('CREDENTIAL_MALFORMED', 'FORM');
    }
    throw cause;
  }
  return (await checkIssuer(presented, trust, door)) ?? checkValidity(presented, now)
    ?? (await checkProof(presented, door, now)) ?? checkStatus(presented, trust, now);
}

/** @param {Presented} presented @param {Trust} trust @param {Door} door @returns {Promise<Refused|null>} */
async function checkIssuer({ credential }, trust, door) {
  const { claims } = credential;
  if (!trust.hosts.has(claims.issuer) || KINDS[claims.kind].profile < trust.minProfile
      || !(door.kinds ?? ['DOOR']).includes(claims.kind)) {
    return refused('CREDENTIAL_MALFORMED', 'HOST_AND_PROFILE');
  }
  const kid = `k${credential.keyNumber}`;
  if (trust.revoked.has(kid)) {
    return refused('CREDENTIAL_BAD_SIGNATURE', 'ISSUER_KEY');
  }
  const key = trust.keys.get(kid);
  if (!key) {
    return refused('CREDENTIAL_UNKNOWN', 'ISSUER_KEY');
  }
  return (await isGood(key, issuerInput(credential), credential.signature))
    ? null : refused('CREDENTIAL_BAD_SIGNATURE', 'ISSUER_SIGNATURE');
}

/** @param {Presented} presented @param {number} now @returns {Refused|null} */
function checkValidity({ credential }, now) {
  if (now < credential.claims.iat) {
    return refused('CREDENTIAL_NOT_YET_VALID', 'VALIDITY');
  }
  return now >= expiry(credential.claims) ? refused('CREDENTIAL_EXPIRED', 'VALIDITY') : null;
}

/** @param {Presented} presented @param {Door} door @param {number} now @returns {Promise<Refused|null>} */
async function checkProof({ credential, proof, proofSignature }, door, now) {
  if (!proof) {
    return refused('DEVICE_PROOF_MISSING', 'PROOF_SIGNATURE');
  }
  const input = await proofInput(credential, proof);
  if (!(await isGood(credential.claims.device, input, proofSignature))) {
    return refused('CREDENTIAL_BAD_SIGNATURE', 'PROOF_SIGNATURE');
  }
  if (proof.event !== 0 && proof.event !== door.event) {
    return refused('WRONG_EVENT', 'EVENT');
  }
  if (proof.nonce) {
    return (door.nonces ?? []).includes(proof.nonce) ? null : refused('CREDENTIAL_REPLAYED', 'NONCE');
  }
  return checkTime(proof.iat, now);
}

/** @param {number} iat @param {number} now @returns {Refused|null} */
function checkTime(iat, now) {
  if (iat < now - PROOF_AGE) {
    return refused('CREDENTIAL_EXPIRED', 'PROOF_TIME');
  }
  return iat > now + PROOF_AHEAD ? refused('CREDENTIAL_NOT_YET_VALID', 'PROOF_TIME') : null;
}

/** @param {Presented} presented @param {Trust} trust @param {number} now @returns {Verified|Refused} */
function checkStatus({ credential, proof }, trust, now) {
  const { claims } = credential;
  const list = trust.lists.get(`${claims.issuer}/sl/${claims.list}`);
  if (!list) {
    return refused('CREDENTIAL_UNKNOWN', 'STATUS');
  }
  if (list.iat < now - LIST_AGE) {
    return refused('LIST_TOO_OLD', 'STATUS');
  }
  const status = statusAt(list, claims.index);
  if (status !== 'VALID') {
    return refused(STATUS_REASONS[/** @type {'INVALID'} */ (status)], 'STATUS');
  }
  const made = /** @type {import('./pack.js').Proof} */ (proof);
  const replayKey = `${claims.list}/${claims.index}/${made.iat}`;
  return { ok: true, claims, proof: made, statusAsOf: list.iat, replayKey };
}
