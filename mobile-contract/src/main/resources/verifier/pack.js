// @ts-check
// The credential, its exact texts (RFC 9901) and its packed form in a QR. The order of members is
// part of the format: only the variable parts travel, the texts are rebuilt from templates.

import { fromBase64Url, fromDigits, ofNumber, ofUtf8, must, toBase64Url, toDigits, toNumber, utf8 }
  from './codec.js';
import { checkPoint, compress, decompress } from './curve.js';

/** @typedef {import('./curve.js').DeviceKey} DeviceKey */
/** @typedef {{ticket: string, organisation: number, initials: string}} Holder */
/**
 * @typedef {object} Claims
 * @property {'DOOR'|'MEMBER'} kind
 * @property {string} issuer for example https://profbilet.example
 * @property {number} iat seconds since 1970, a midnight of UTC
 * @property {number} lifeDays 1 to 255
 * @property {DeviceKey} device
 * @property {number} list number of the status list
 * @property {number} index entry in it
 * @property {Holder|null} holder only in a door credential
 */
/** @typedef {{keyNumber: number, claims: Claims, signature: string}} Credential */
/** @typedef {{iat: number, event: number, nonce: string}} Proof nonce empty in time mode */
/** @typedef {{credential: Credential, proof: Proof|null, proofSignature: string}} Presented */

const DAY = 86400;
const FIRST_DAY = Date.UTC(2020, 0, 1) / 1000;
const LETTERS = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';
const SIGNATURE = 64;
const NONCE = 8;

/** Profile byte, type and packed length of each kind. */
export const KINDS = {
  DOOR: { profile: 0x11, type: 'urn:epb:door:1', length: 192 },
  MEMBER: { profile: 0x12, type: 'urn:epb:member:1', length: 180 },
};

const PROOF_HEADER = '{"alg":"ES256","typ":"kb+jwt"}';
const HEADER_FORM = /^\{"alg":"ES256","kid":"k([0-9]{1,3})","typ":"dc\+sd-jwt"\}$/;
const PAYLOAD_FORM = new RegExp(
  '^\\{"iss":"(?<iss>[^"]{1,40})","vct":"urn:epb:(?<vct>door|member):1",' +
  '"iat":(?<iat>[0-9]{1,12}),"exp":(?<exp>[0-9]{1,12}),' +
  '(?:"card":"(?<card>[0-9]{10})","org":"(?<org>[0-9]{1,10})","ini":"(?<ini>[^"]{3})",)?' +
  '"cnf":\\{"jwk":\\{"crv":"P-256","kty":"EC","x":"(?<x>[\\w-]{43})","y":"(?<y>[\\w-]{43})"\\}\\},' +
  '"status":\\{"status_list":\\{"idx":(?<idx>[0-9]{1,7}),"uri":"[^"]*/(?<list>[0-9]{1,5})"\\}\\}\\}$');
const PROOF_FORM = new RegExp(
  '^\\{"iat":(?<iat>[0-9]{1,10}),"aud":"urn:epb:event:(?<event>[0-9]{1,10})",' +
  '"nonce":"(?<nonce>[\\w-]{1,11})","sd_hash":"[\\w-]{43}"\\}$');
const TEXT_FORM =
  /^([\w-]{1,200})\.([\w-]{1,1000})\.([\w-]{86})~(?:([\w-]{1,100})\.([\w-]{1,400})\.([\w-]{86}))?$/;
const QR_FORM = /^(https?:\/\/[a-z0-9.:-]{1,20})\/v#([0-9]{1,1000})$/i;
const ISSUER_FORM = /^https?:\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?)$/;

/** @param {string} ticket @returns {boolean} whether the Luhn check digit is right */
export function isTicketNumber(ticket) {
  if (!/^[0-9]{10}$/.test(ticket)) {
    return false;
  }
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const weighed = Number(ticket[9 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** @param {Claims} claims */
function checkClaims(claims) {
  const host = ISSUER_FORM.exec(claims.issuer);
  const day = (claims.iat - FIRST_DAY) / DAY;
  must(host !== null && host[1].length <= 20, 'not a public address');
  must(Number.isInteger(day) && day >= 0 && day <= 0xffff, 'a day of issue out of range');
  must(Number.isInteger(claims.lifeDays) && claims.lifeDays >= 1 && claims.lifeDays <= 255,
    'a life out of range');
  must(claims.list <= 0xffff && claims.index < 1 << 20, 'a status reference out of range');
  checkPoint(claims.device);
  if (claims.holder) {
    const { ticket, organisation, initials } = claims.holder;
    must(isTicketNumber(ticket), 'not a ticket number');
    must(organisation <= 0xffffffff, 'an organisation number out of range');
    must(initials.length === 3 && [...initials].every((letter) => LETTERS.includes(letter)),
      'not initials');
  }
}

/** @param {Claims} claims @returns {number} first second at which it is no longer valid */
export function expiry(claims) {
  return claims.iat + claims.lifeDays * DAY;
}

/** @param {Claims} claims @returns {string} */
function payload(claims) {
  const { holder, device } = claims;
  const person = holder
    ? `"card":"${holder.ticket}","org":"${holder.organisation}","ini":"${holder.initials}",` : '';
  return `{"iss":"${claims.issuer}","vct":"${KINDS[claims.kind].type}","iat":${claims.iat},` +
    `"exp":${expiry(claims)},${person}` +
    `"cnf":{"jwk":{"crv":"P-256","kty":"EC","x":"${device.x}","y":"${device.y}"}},` +
    `"status":{"status_list":{"idx":${claims.index},"uri":"${claims.issuer}/sl/${claims.list}"}}}`;
}

/** @param {string} header @param {string} body */
function signingInput(header, body) {
  return `${toBase64Url(utf8(header))}.${toBase64Url(utf8(body))}`;
}

/** @param {Credential} credential @returns {string} what the issuer's signature covers */
export function issuerInput(credential) {
  return signingInput(
    `{"alg":"ES256","kid":"k${credential.keyNumber}","typ":"dc+sd-jwt"}`, payload(credential.claims));
}

/** @param {Credential} credential @returns {string} the issuer's JWT and a tilde */
export function credentialText(credential) {
  return `${issuerInput(credential)}.${credential.signature}~`;
}

/** @param {Credential} credential @param {Proof} proof @returns {Promise<string>} what the phone signs */
export async function proofInput(credential, proof) {
  const digest = await crypto.subtle.digest('SHA-256', utf8(credentialText(credential)));
  const hash = toBase64Url(new Uint8Array(digest));
  const nonce = proof.nonce || String(Math.floor(proof.iat / 30));
  return signingInput(PROOF_HEADER,
    `{"iat":${proof.iat},"aud":"urn:epb:event:${proof.event}","nonce":"${nonce}","sd_hash":"${hash}"}`);
}

/** @param {Presented} presented @returns {Promise<string>} SD-JWT+KB of RFC 9901 */
export async function presentedText({ credential, proof, proofSignature }) {
  const text = credentialText(credential);
  return proof ? `${text}${await proofInput(credential, proof)}.${proofSignature}` : text;
}

/** @param {Presented} presented with a proof @returns {string} HTTPS://HOST/V#digits */
export function qrText(presented) {
  return `${presented.credential.claims.issuer.toUpperCase()}/V#${toDigits(pack(presented))}`;
}

/** @param {Presented} presented @returns {Uint8Array} */
export function pack({ credential, proof, proofSignature }) {
  must(proof !== null, 'only a proven credential is packed');
  const { claims } = credential;
  const { holder } = claims;
  checkClaims(claims);
  const nonce = fromBase64Url(proof.nonce);
  /** @type {[number|Uint8Array, number][]} */
  const parts = [
    [KINDS[claims.kind].profile, 1], [credential.keyNumber, 1],
    [(claims.iat - FIRST_DAY) / DAY, 2], [claims.lifeDays, 1], [claims.list, 2], [claims.index, 3],
  ];
  if (holder) {
    parts.push([Number(holder.ticket), 6], [holder.organisation, 4], [initialsNumber(holder.initials), 2]);
  }
  parts.push([compress(claims.device), 33], [fromBase64Url(credential.signature, SIGNATURE), SIGNATURE],
    [proof.iat, 4], [proof.event, 4], [nonce.length, 1], [nonce, nonce.length],
    [fromBase64Url(proofSignature, SIGNATURE), SIGNATURE]);
  return join(parts);
}

/** @param {[number|Uint8Array, number][]} parts */
function join(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [value, length] of parts) {
    bytes.set(typeof value === 'number' ? ofNumber(BigInt(value), length) : value, at);
    at += length;
  }
  return bytes;
}

/** @param {string} initials */
function initialsNumber(initials) {
  return [...initials].reduce((number, letter) => number * 33 + LETTERS.indexOf(letter), 0);
}

/**
 * Rebuilds what was packed.
 * @param {Uint8Array} bytes
 * @param {string} issuer
 * @returns {Presented}
 */
export function unpack(bytes, issuer) {
  const kind = bytes[0] === KINDS.DOOR.profile ? 'DOOR' : 'MEMBER';
  const { profile, length } = KINDS[kind];
  const nonceLength = bytes[length - SIGNATURE - 1];
  must(bytes[0] === profile, 'an unknown profile');
  must(nonceLength === 0 || nonceLength === NONCE, 'a nonce has 8 bytes or is absent');
  must(bytes.length === length + nonceLength, 'a packed credential of a wrong length');
  let at = 1;
  const take = (/** @type {number} */ size) => bytes.subarray(at, (at += size));
  const number = (/** @type {number} */ size) => Number(toNumber(take(size)));
  const keyNumber = number(1);
  must(keyNumber > 0, 'a key number is 1 to 255');
  const [iat, lifeDays] = [FIRST_DAY + number(2) * DAY, number(1)];
  const [list, index] = [number(2), number(3)];
  const holder = kind === 'DOOR' ? unpackHolder(number(6), number(4), number(2)) : null;
  const device = decompress(take(33));
  const claims = { kind, issuer, iat, lifeDays, device, list, index, holder };
  checkClaims(/** @type {Claims} */ (claims));
  const signature = toBase64Url(take(SIGNATURE));
  const [proofIat, event] = [number(4), number(4)];
  at += 1;
  const proof = { iat: proofIat, event, nonce: toBase64Url(take(nonceLength)) };
  const credential = { keyNumber, claims: /** @type {Claims} */ (claims), signature };
  return { credential, proof, proofSignature: toBase64Url(take(SIGNATURE)) };
}

/** @param {number} ticket @param {number} organisation @param {number} initials @returns {Holder} */
function unpackHolder(ticket, organisation, initials) {
  must(initials < 33 * 33 * 33, 'initials are a number below 35 937');
  const letter = (/** @type {number} */ place) => LETTERS[Math.floor(initials / place) % 33];
  return {
    ticket: String(ticket).padStart(10, '0'), organisation,
    initials: letter(1089) + letter(33) + letter(1),
  };
}

/**
 * Reads what was shown: a QR, or the text of RFC 9901 with or without a proof. A text is taken only
 * when our templates give the same text again. Throws {@link Malformed} otherwise.
 * @param {string} text
 * @returns {Promise<Presented>}
 */
export async function read(text) {
  const qr = QR_FORM.exec(text);
  if (qr) {
    return unpack(fromDigits(qr[2]), qr[1].toLowerCase());
  }
  const parts = TEXT_FORM.exec(text);
  must(parts !== null, 'not a credential');
  const presented = readParts(parts);
  must((await presentedText(presented)) === text, 'not a credential of this form');
  return presented;
}

/** @param {RegExpExecArray} parts @returns {Presented} */
function readParts(parts) {
  const header = HEADER_FORM.exec(ofUtf8(fromBase64Url(parts[1])));
  must(header !== null && Number(header[1]) >= 1 && Number(header[1]) <= 255, 'a foreign header');
  fromBase64Url(parts[3], SIGNATURE);
  const credential = { keyNumber: Number(header[1]), claims: readClaims(parts[2]), signature: parts[3] };
  if (parts[4] === undefined) {
    return { credential, proof: null, proofSignature: '' };
  }
  fromBase64Url(parts[6], SIGNATURE);
  return { credential, proof: readProof(parts[5]), proofSignature: parts[6] };
}

/** @param {string} part @returns {Claims} */
function readClaims(part) {
  const groups = PAYLOAD_FORM.exec(ofUtf8(fromBase64Url(part)))?.groups;
  must(groups !== undefined, 'a foreign payload');
  const holder = groups.card === undefined ? null
    : { ticket: groups.card, organisation: Number(groups.org), initials: groups.ini };
  /** @type {Claims} */
  const claims = {
    kind: holder ? 'DOOR' : 'MEMBER', issuer: groups.iss, iat: Number(groups.iat),
    lifeDays: (Number(groups.exp) - Number(groups.iat)) / DAY,
    device: { x: groups.x, y: groups.y }, list: Number(groups.list), index: Number(groups.idx), holder,
  };
  checkClaims(claims);
  return claims;
}

/** @param {string} part @returns {Proof} */
function readProof(part) {
  const groups = PROOF_FORM.exec(ofUtf8(fromBase64Url(part)))?.groups;
  must(groups !== undefined, 'a foreign proof');
  const proof = {
    iat: Number(groups.iat), event: Number(groups.event),
    nonce: groups.nonce.length === 11 ? groups.nonce : '',
  };
  must(proof.iat <= 0xffffffff && proof.event <= 0xffffffff, 'a proof out of range');
  fromBase64Url(proof.nonce);
  return proof;
}
