// What the device decides alone, by the same table as the server. "I have no data" is never shown as "invalid".

const HOUR = 3_600_000;
const GREEN_HOURS = 24;
const LAST_HOURS = 72;
const UNDECIDED = new Set(['LIST_TOO_OLD', 'CLOCK_UNTRUSTED']);

/** What was scanned, by its prefix. @param {string} raw */
export function readCode(raw) {
  const text = raw.normalize('NFC').replace(/\\0000\d\d/g, '').replace(/[\u0000-\u001f\u007f]/g, '').trim();
  const plastic = /^EPB1:(\d{10}):(\d{5}):([A-Z2-7]{26})$/i.exec(text);
  if (plastic) return { kind: 'PLASTIC', text: text.toUpperCase(), ticket: plastic[1], serial: plastic[2], token: plastic[3].toUpperCase() };
  if (/^https?:\/\/[^/]+\/V#\d+$/i.test(text)) return { kind: 'PHONE', text };
  const number = text.replace(/[ -]/g, '');
  if (/^\d{10}$/.test(number)) return { kind: 'NUMBER', text: number };
  return { kind: 'OTHER', text };
}

/** How old the list is: green a day, amber three days, then nothing is decided by it. @param {{madeAt: string, validUntil?: string} | null | undefined} bundle */
export function bundleAge(bundle, now = Date.now()) {
  if (!bundle) return 'NONE';
  const hours = (now - Date.parse(bundle.madeAt)) / HOUR;
  if (hours > LAST_HOURS || (bundle.validUntil && now > Date.parse(bundle.validUntil))) return 'EXPIRED';
  return hours > GREEN_HOURS ? 'AMBER' : 'GREEN';
}

/**
 * @param {string} raw
 * @param {{
 *   bundle: any, now: number,
 *   verify: (text: string) => Promise<{ok: boolean, reason?: string, step?: string, secret?: any, initials?: string}>,
 *   unseal: (kind: string, secret: any) => Promise<any>,
 *   presence: (handle: string) => Promise<{at: string, door?: string, own?: boolean} | undefined>
 * }} known
 */
export async function decide(raw, { bundle, now, verify, unseal, presence }) {
  const code = readCode(raw);
  if (code.kind === 'OTHER') return answer('REFUSED', 'CREDENTIAL_MALFORMED');
  const age = bundleAge(bundle, now);
  if (age === 'NONE') return answer('NOT_DECIDED', 'NO_BUNDLE');
  if (age === 'EXPIRED') return answer('NOT_DECIDED', 'BUNDLE_EXPIRED');
  if (code.kind === 'NUMBER') return answer('NOT_DECIDED', 'NOT_DECIDED_OFFLINE');

  let secret = code.token;
  let initials;
  if (code.kind === 'PHONE') {
    const verified = await verify(code.text);
    if (!verified.ok) {
      return { ...answer(UNDECIDED.has(verified.reason) ? 'NOT_DECIDED' : 'REFUSED', verified.reason), step: verified.step };
    }
    secret = verified.secret;
    initials = verified.initials;
  }
  const person = await unseal(code.kind, secret);
  if (!person) {
    const isOpenToPhones = bundle.kind === 'OPEN' && code.kind === 'PHONE';
    return isOpenToPhones ? { ...answer('ADMITTED', 'ADMITTED_PROVISIONAL'), person: { shortName: initials } } : answer('NOT_DECIDED', 'NOT_DECIDED_OFFLINE');
  }
  if (person.refusal) return { ...answer('REFUSED', person.refusal), person };
  const first = await presence(person.handle);
  if (first) return { ...answer('DUPLICATE', 'ALREADY_PRESENT'), person, first };
  return { ...answer('ADMITTED', 'ADMITTED'), person };
}

function answer(outcome, reason) {
  return { outcome, reason };
}
