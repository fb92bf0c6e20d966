// Sound is the base, vibration is extra. It can be switched off, and that is remembered.
let context = null;

/** Browsers allow sound only after a touch: called from the first button. */
export function wakeSound() {
  const Context = window.AudioContext ?? /** @type {any} */ (window).webkitAudioContext;
  context ??= Context ? new Context() : null;
  context?.resume();
}

const TONES = { high: [[1320, 0, 0.14]], double: [[440, 0, 0.13], [440, 0.2, 0.13]], long: [[196, 0, 0.6]] };

/** @param {keyof typeof TONES} name */
export function play(name) {
  if (!context || isMuted()) return;
  for (const [pitch, start, length] of TONES[name]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const at = context.currentTime + start;
    tone.type = name === 'long' ? 'square' : 'sine';
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.5, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + length + 0.02);
  }
}

export function isMuted() {
  return localStorage.getItem('muted') === 'yes';
}

/** @param {boolean} muted */
export function mute(muted) {
  localStorage.setItem('muted', muted ? 'yes' : 'no');
}
