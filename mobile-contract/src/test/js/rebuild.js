// Reads lines «QR text, tab, SD-JWT» and prints how many of them are packed and rebuilt into each other letter by letter.

import { readFileSync } from 'node:fs';
import { presentedText, qrText, read } from '../../main/resources/verifier/pack.js';

const lines = readFileSync(process.argv[2], 'ascii').trim().split('\n');
let same = 0;
for (const line of lines) {
  const [qr, text] = line.split('\t');
  if ((await presentedText(await read(qr))) === text && qrText(await read(text)) === qr) same++;
}
console.log(`${same} of ${lines.length}`);
