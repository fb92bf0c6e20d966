import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEnded, readEndedCards } from '../../main/resources/verifier/ended-cards.js';
import { BadSignature, sign } from '../../main/resources/verifier/es256.js';
import { toBase64Url, utf8 } from '../../main/resources/verifier/codec.js';

const TOKEN = 'ABCDEFGHIJKLMNOPQRSTUVWXYE';
const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
const root = { kid: 'r1', x, y };

async function signed(payload, { kid = 'r1', typ = 'epb-cards+jwt' } = {}) {
  const [header, body] = [`{"alg":"ES256","kid":"${kid}","typ":"${typ}"}`, JSON.stringify(payload)].map((text) => toBase64Url(utf8(text)));
  return `${header}.${body}.${await sign(pair.privateKey, `${header}.${body}`)}`;
}

/** The same bytes that EndedCardsSpec expects of Java. */
const MARK = 'DDD5ebWVwkg';

test('a card is found by its secret, and only by it', async () => {
  const list = await readEndedCards(await signed({ iat: 1, exp: 2, ended: MARK }), root);
  assert.deepEqual([list.iat, list.exp, list.marks.size], [1, 2, 1]);
  assert.equal(await isEnded(list, TOKEN), true);
  assert.equal(await isEnded(list, 'ABCDEFGHIJKLMNOPQRSTUVWXYA'), false);
});

test('a list of another signer, another kind or half a mark is refused', async () => {
  await assert.rejects(readEndedCards(await signed({ iat: 1, exp: 2, ended: MARK }, { kid: 'r2' }), root), BadSignature);
  await assert.rejects(readEndedCards(await signed({ iat: 1, exp: 2, ended: MARK }, { typ: 'epb-list+jwt' }), root));
  await assert.rejects(readEndedCards(await signed({ iat: 1, exp: 2, ended: 'AAAA' }), root));
  await assert.rejects(readEndedCards(await signed({ iat: 1, exp: 2 }), root));
});
