// Frames from the camera to the decoder worker, at most ten a second, only the part inside the frame shown.

export class Camera {
  /** @param {HTMLVideoElement} video @param {(text: string) => void} onCode */
  constructor(video, onCode) {
    this.video = video;
    this.onCode = onCode;
    this.worker = new Worker('/door/decoder.js');
    this.worker.onmessage = ({ data }) => {
      this.decoding = false;
      if (data.text) this.onCode(data.text);
    };
    this.canvas = document.createElement('canvas');
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d', { willReadFrequently: true }));
  }

  async start() {
    this.stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    this.video.srcObject = this.stream;
    await this.video.play();
    this.timer = setInterval(() => this.#frame(), 110);
  }

  /** One frame is under way at a time: a slow phone reads fewer frames, never older ones. */
  #frame() {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (this.decoding || !width || document.visibilityState === 'hidden') return;
    this.decoding = true;
    const side = Math.min(width, height);
    this.canvas.width = side;
    this.canvas.height = side;
    this.pen.drawImage(this.video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, side, side);
    const image = this.pen.getImageData(0, 0, side, side);
    this.worker.postMessage({ image }, [image.data.buffer]);
  }

  hasTorch() {
    const track = /** @type {any} */ (this.stream?.getVideoTracks()[0]);
    return Boolean(track?.getCapabilities?.().torch);
  }

  /** @param {boolean} on */
  torch(on) {
    const track = /** @type {any} */ (this.stream?.getVideoTracks()[0]);
    return track?.applyConstraints({ advanced: [{ torch: on }] }).catch(() => {});
  }

  stop() {
    clearInterval(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.worker.terminate();
  }
}
