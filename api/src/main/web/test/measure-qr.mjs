// Prints what drawing a QR as SVG costs beside computing its modules: node measure-qr.mjs
import { correction, generate } from 'lean-qr';
import { drawModules } from '../ticket/qr.js';

const text = `HTTPS://PROFBILET.EXAMPLE/V#${'0123456789'.repeat(47)}012`;
const level = { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L };
const code = generate(text, level);

function microseconds(work) {
  for (let i = 0; i < 300; i++) work();
  const rounds = [];
  for (let round = 0; round < 9; round++) {
    const from = process.hrtime.bigint();
    for (let i = 0; i < 100; i++) work();
    rounds.push(Number(process.hrtime.bigint() - from) / 100_000);
  }
  return rounds.sort((a, b) => a - b)[4];
}

const matrix = microseconds(() => generate(text, level));
const svg = microseconds(() => drawModules(code));
console.log(`QR of ${code.size} modules: matrix ${matrix.toFixed(0)} us, SVG of it ${svg.toFixed(0)} us, matrix and SVG / matrix ${((matrix + svg) / matrix).toFixed(2)}`);
