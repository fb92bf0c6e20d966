import { correction, generate } from 'lean-qr';

const MARGIN = 4;

/**
 * A QR as one path of an SVG. Level L: on a screen bigger modules read better than more redundancy.
 * @param {string} text
 */
export function qrPath(text) {
  return drawModules(generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L }));
}

/** @param {{size: number, get: (x: number, y: number) => boolean}} code modules that stand side by side are one stroke */
export function drawModules(code) {
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x + 1, y)) x++;
      path += `M${from + MARGIN} ${y + MARGIN}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  return { size: code.size + 2 * MARGIN, path };
}
