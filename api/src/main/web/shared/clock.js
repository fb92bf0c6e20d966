// A phone's clock may be minutes off; every answer of the server carries the right time.
let offset = Number(globalThis.localStorage?.getItem('clock-offset') ?? 0);

/** Milliseconds by the server's clock, as well as this device knows it. */
export function rightNow() {
  return Date.now() + offset;
}

/** @param {string | null} date of an answer @param {number} sentAt by the device's clock */
export function learnTime(date, sentAt) {
  if (!date) return;
  const receivedAt = Date.now();
  const found = Date.parse(date) + 500 - (sentAt + receivedAt) / 2;
  // The header counts whole seconds: less than two are no news, and an answer that took long tells little.
  if (Number.isNaN(found) || receivedAt - sentAt > 5_000) return;
  offset = Math.abs(found) < 2_000 ? 0 : Math.round(found);
  globalThis.localStorage?.setItem('clock-offset', String(offset));
}
