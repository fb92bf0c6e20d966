// Reads {credential, jwk, nowMs} from standard input and prints the QR text that the page would show.

import { readFileSync } from 'node:fs';
import { makeQrText } from '../../main/resources/verifier/prove.js';

const { credential, jwk, nowMs } = JSON.parse(readFileSync(0, 'utf8'));
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
process.stdout.write(await makeQrText(credential, key, { nowMs }));
