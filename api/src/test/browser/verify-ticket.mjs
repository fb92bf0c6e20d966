// Verifies the text of a ticket's QR code with an independent library against the published keys:
//   node verify-ticket.mjs <text> <address of jwks.json>
// Prints the claims as JSON; anything that does not fit ends with an error.
import { createHash } from 'node:crypto';
import { compactVerify, createRemoteJWKSet, importJWK } from 'jose';
import { presentedText, read } from '../../../../mobile-contract/src/main/resources/verifier/pack.js';

const [text, keys] = process.argv.slice(2);
const [issued, proof] = (await presentedText(await read(text))).split('~');

const parse = (payload) => JSON.parse(new TextDecoder().decode(payload));
const demand = (claim, message) => {
  if (!claim) throw new Error(message);
};

const credential = await compactVerify(issued, createRemoteJWKSet(new URL(keys)));
demand(credential.protectedHeader.typ === 'dc+sd-jwt', 'the type of the credential');
const claims = parse(credential.payload);
const now = Date.now() / 1000;
demand(claims.iat <= now && now < claims.exp, 'the credential is not in force');

const shown = await compactVerify(proof, await importJWK(claims.cnf.jwk, 'ES256'));
demand(shown.protectedHeader.typ === 'kb+jwt', 'the type of the proof');
const { sd_hash: hash, iat } = parse(shown.payload);
demand(hash === createHash('sha256').update(`${issued}~`).digest('base64url'), 'sd_hash');
demand(now - iat < 60 && iat - now < 30, 'the proof is old');

console.log(JSON.stringify({ claims, iat }));
