// Runs in a worker: decoding must not make the answer wait. The decoder is ours to serve, never a foreign host's.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

prepareZXingModule({ overrides: { locateFile: () => '/door/zxing_reader.wasm' }, fireImmediately: true });

self.onmessage = async ({ data }) => {
  try {
    const [found] = await readBarcodes(data.image, { formats: ['QRCode', 'Code128'], maxNumberOfSymbols: 1, tryHarder: true });
    self.postMessage({ text: found?.isValid ? found.text : null });
  } catch {
    self.postMessage({ text: null });
  }
};
