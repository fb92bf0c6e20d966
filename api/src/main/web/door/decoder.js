// Runs in a worker: decoding must not make the answer wait. The decoder is ours to serve, never a foreign host's.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const ready = fetch('/door/zxing_reader.wasm')
  .then((response) => response.arrayBuffer())
  .then((wasmBinary) => prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }));

self.onmessage = async ({ data }) => {
  try {
    await ready;
    const [found] = await readBarcodes(data.image, { formats: ['QRCode', 'Code128'], maxNumberOfSymbols: 1, tryHarder: true });
    self.postMessage({ text: found?.isValid ? found.text : null });
  } catch {
    self.postMessage({ text: null });
  }
};
