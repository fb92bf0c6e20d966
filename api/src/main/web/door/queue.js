// The queue of scans: every scan has the next number of this device, without a gap, and leaves only when acknowledged.

export const BATCH = 200;

/**
 * The next batch: oldest first, numbers the server asks for again before all others.
 * @param {{deviceSeq: number, held?: boolean}[]} waiting @param {number[]} [missing]
 */
export function nextBatch(waiting, missing = []) {
  const asked = new Set(missing);
  // A scan whose question is being asked right now is not finished.
  const ordered = waiting.filter((scan) => !scan.held).sort((a, b) => a.deviceSeq - b.deviceSeq);
  return [...ordered.filter((scan) => asked.has(scan.deviceSeq)), ...ordered.filter((scan) => !asked.has(scan.deviceSeq))].slice(0, BATCH);
}

const SETTLED = new Set(['ACCEPTED', 'REPLAYED', 'QUARANTINED', 'MISMATCH', 'INVALID', 'FORBIDDEN_LIST', 'OVERRIDE_FORBIDDEN']);

/**
 * Which scans the server has taken for good. An item refused for good leaves the queue too, or it would block the rest.
 * @param {{scanId: string, deviceSeq: number}[]} sent
 * @param {{results?: {scanId: string, status: string}[], ackSeq?: number}} answer
 */
export function acknowledged(sent, answer) {
  const settled = new Set((answer.results ?? []).filter((result) => SETTLED.has(result.status)).map((result) => result.scanId));
  return sent.filter((scan) => settled.has(scan.scanId) || scan.deviceSeq <= (answer.ackSeq ?? 0)).map((scan) => scan.scanId);
}

/** 2, 4, 8 … 60 seconds, and up to five more so that twenty phones do not return in one moment. @param {number} failures */
export function backOff(failures, random = Math.random()) {
  const wait = Math.min(60, 2 ** Math.min(failures, 6));
  return (wait + random * 5) * 1_000;
}
