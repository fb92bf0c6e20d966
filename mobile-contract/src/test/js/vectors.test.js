// The published vectors, judged by the reference verifier and by an independent library.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { acceptBundle } from '../../main/resources/verifier/bundle.js';
import { fromDigits, toDigits } from '../../main/resources/verifier/codec.js';
import { presentedText, qrText, read } from '../../main/resources/verifier/pack.js';
import { readPlastic } from '../../main/resources/verifier/plastic.js';
import { verify } from '../../main/resources/verifier/verify.js';

const file = new URL('../../main/resources/verifier/vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8'));
const good = vectors.cases.filter((vector) => vector.expected === 'OK');
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

async function known() {
  const outcome = await acceptBundle(vectors.bundle, vectors.root, null, vectors.cases[0].at * 1000);
  assert.equal(outcome.ok, true);
  return outcome.trust;
}

for (const vector of vectors.cases) {
  test(`a shown text gets the published answer: ${vector.name}`, async () => {
    const answer = await verify(vector.text, await known(), vector.door, vector.at * 1000);
    assert.deepEqual([answer.ok ? 'OK' : answer.reason, answer.step ?? null], [vector.expected, vector.step]);
    if (answer.ok) {
      assert.equal(answer.replayKey, vector.replayKey);
    }
  });
}

for (const vector of good) {
  test(`a good QR is rebuilt letter by letter: ${vector.name}`, async () => {
    const presented = await read(vector.text);
    assert.equal(await presentedText(presented), vector.sdJwt);
    assert.equal(qrText(await read(vector.sdJwt)), vector.text);
  });

  test(`an independent library verifies issuer, proof and hash: ${vector.name}`, async () => {
    const presented = await presentedText(await read(vector.text));
    const [token, proof] = presented.split('~');
    const jwks = (await jwtPayload(vectors.bundle)).jwks;
    const at = { currentDate: new Date(vector.at * 1000), clockTolerance: 0 };
    const key = await importJWK(jwks.keys.find(({ kid }) => kid === decodeProtectedHeader(token).kid), 'ES256');
    const { payload } = await jwtVerify(token, key, { ...at, typ: 'dc+sd-jwt', issuer: 'https://profbilet.example' });
    const phone = await importJWK(payload.cnf.jwk, 'ES256');
    const shown = await jwtVerify(proof, phone, { ...at, typ: 'kb+jwt', currentDate: new Date(vector.at * 1000 + 60000) });
    assert.equal(shown.payload.sd_hash, createHash('sha256').update(`${token}~`).digest('base64url'));
  });
}

// A verifier of its own on the independent library: it takes our reading of a text, and nothing of our judgement.
async function judgedByJose(text, door, at) {
  const trusted = await jwtPayload(vectors.bundle);
  let presented;
  try {
    presented = await read(text);
  } catch {
    return 'FORM';
  }
  const [token, proof] = (await presentedText(presented)).split('~');
  const claims = decodeJwt(token);
  const kind = claims.vct === 'urn:epb:door:1' ? 'DOOR' : 'MEMBER';
  if (at + 30 < trusted.iat) return 'CLOCK';
  if (!trusted.hosts.includes(claims.iss) || !(door.kinds ?? ['DOOR']).includes(kind)) return 'HOST_AND_PROFILE';
  const { kid } = decodeProtectedHeader(token);
  const jwk = trusted.jwks.keys.find((key) => key.kid === kid);
  if (!jwk || trusted.revoked_kids.includes(kid)) return 'ISSUER_KEY';
  const fails = (promise) => promise.then(() => false, () => true);
  if (await fails(compactVerify(token, await importJWK(jwk, 'ES256')))) return 'ISSUER_SIGNATURE';
  if (at < claims.iat || at >= claims.exp) return 'VALIDITY';
  if (!proof || (await fails(compactVerify(proof, await importJWK(claims.cnf.jwk, 'ES256'))))) return 'PROOF_SIGNATURE';
  const shown = decodeJwt(proof);
  assert.equal(shown.sd_hash, createHash('sha256').update(`${token}~`).digest('base64url'));
  if (!['urn:epb:event:0', `urn:epb:event:${door.event}`].includes(shown.aud)) return 'EVENT';
  const asked = shown.nonce.length === 11;
  if (asked && !(door.nonces ?? []).includes(shown.nonce)) return 'NONCE';
  if (!asked && (shown.iat < at - 60 || shown.iat > at + 30)) return 'PROOF_TIME';
  return (await stateByJose(trusted, claims.status.status_list, at)) === 0 ? null : 'STATUS';
}

/** As the Token Status List draft reads it; anything but 0 is not valid. */
async function stateByJose(trusted, { uri, idx }, at) {
  const lists = await Promise.all(trusted.status_lists.map(async (list) => {
    const { kid } = decodeProtectedHeader(list);
    return (await compactVerify(list, await importJWK(trusted.jwks.keys.find((key) => key.kid === kid), 'ES256'))).payload;
  }));
  const list = lists.map((payload) => JSON.parse(Buffer.from(payload).toString('utf8'))).find(({ sub }) => sub === uri);
  if (!list || list.iat < at - 72 * 3600) return 1;
  return (inflateSync(Buffer.from(list.status_list.lst, 'base64url'))[idx >> 2] >> ((idx & 3) * 2)) & 3;
}

for (const vector of vectors.cases) {
  test(`an independent library comes to the published answer at the same step: ${vector.name}`, async () => {
    assert.equal(await judgedByJose(vector.text, vector.door, vector.at), vector.step ?? null);
  });
}

for (const vector of vectors.bundles) {
  test(`a bundle gets the published answer: ${vector.name}`, async () => {
    const outcome = await acceptBundle(vector.text, vectors.root, await known(), vector.at * 1000);
    assert.equal(outcome.ok ? 'OK' : outcome.reason, vector.expected);
  });
}

for (const vector of vectors.plastic) {
  test(`a plastic code is read or refused as published: ${vector.text}`, () => {
    assert.equal(readPlastic(vector.text) !== null, vector.good);
  });
}

test('the independent library verifies the bundle with the pinned root key', async () => {
  const root = await importJWK({ kty: 'EC', crv: 'P-256', ...vectors.root }, 'ES256');
  const { payload } = await jwtVerify(vectors.bundle, root,
    { typ: 'epb-bundle+jwt', currentDate: new Date(vectors.cases[0].at * 1000), clockTolerance: 0 });
  assert.deepEqual(payload.hosts, ['https://profbilet.example']);
});

for (const vector of [good[1], good[2]]) {
  test(`no single flipped bit is taken: ${vector.name}`, async () => {
    const trust = await known();
    const [start, digits] = vector.text.split('#');
    const packed = fromDigits(digits);
    const taken = [];
    for (let bit = 0; bit < packed.length * 8; bit++) {
      const flipped = packed.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      if ((await verify(`${start}#${toDigits(flipped)}`, trust, vector.door, vector.at * 1000)).ok) {
        taken.push(bit);
      }
    }
    assert.deepEqual(taken, []);
  });
}

test('a signature written in its other way has the same replay key', async () => {
  const trust = await known();
  const presented = await read(good[0].text);
  const bytes = Buffer.from(presented.proofSignature, 'base64url');
  const other = (ORDER - BigInt(`0x${bytes.subarray(32).toString('hex')}`)).toString(16).padStart(64, '0');
  const proofSignature = Buffer.concat([bytes.subarray(0, 32), Buffer.from(other, 'hex')]).toString('base64url');
  const twin = qrText({ ...presented, proofSignature });
  assert.notEqual(twin, good[0].text);
  const answers = await Promise.all([good[0].text, twin]
    .map((text) => verify(text, trust, good[0].door, good[0].at * 1000)));
  assert.deepEqual(answers.map(({ replayKey }) => replayKey), [good[0].replayKey, good[0].replayKey]);
});

async function jwtPayload(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8'));
}
