// Asks for the screens of the desk as its pages do and prints how long the answers take.
//   node desk-screens.mjs address keep requests
// What the centre's login needs (its own password, the secret of its authenticator) is kept in a file of the demo's home.
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [address, keep, requests] = process.argv.slice(2);
const DEMO = 'profbilet-demo';
const OWN = 'пароль для измерений';
const SURNAMES = ['иван', 'петро', 'сидор', 'куз', 'смирн', 'ки', 'белов', 'мор'];

async function ask(path, { token, method = 'GET', body, headers = {} } = {}) {
  const json = body !== undefined && !(body instanceof FormData);
  const answer = await fetch(address + path, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...(json && { 'content-type': 'application/json' }), ...headers },
    body: json ? JSON.stringify(body) : body,
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${bytes.toString().slice(0, 300)}`);
  return answer.headers.get('content-type')?.includes('json') ? JSON.parse(bytes) : bytes;
}

/** RFC 6238, 30 seconds, six digits. */
function code(base32) {
  const bits = [...base32].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function signIn(login, password) {
  const { accessToken } = await ask('/v1/session', { method: 'POST', body: { login, password } });
  return { token: accessToken, ...(await ask('/v1/session', { token: accessToken })) };
}

/** The demo's login asks for a password of one's own at first, and the centre's for a second factor. */
async function signInAtTheCentre() {
  const known = existsSync(keep) ? JSON.parse(readFileSync(keep)) : null;
  const session = await signIn('central', known ? OWN : DEMO);
  let { token } = session;
  if (known) {
    await ask('/v1/session/second-factor', { token, method: 'POST', body: { code: code(known.secret) } });
    return signedIn(token);
  }
  if (session.passwordChangeRequired) {
    const changed = await ask('/v1/session/password', { token, method: 'POST', body: { currentPassword: DEMO, newPassword: OWN } });
    token = changed.accessToken;
  }
  const { secret } = await ask('/v1/session/second-factor/enrolment', { token, method: 'POST', body: {} });
  await ask('/v1/session/second-factor', { token, method: 'POST', body: { code: code(secret) } });
  writeFileSync(keep, JSON.stringify({ secret }), { mode: 0o600 });
  return signedIn(token);
}

async function signedIn(token) {
  return { token, ...(await ask('/v1/session', { token })) };
}

async function measure(name, times, limit, one) {
  const took = [];
  for (let i = -Math.ceil(Math.min(100, times) / 5); i < times; i++) {
    const begun = performance.now();
    await one(i);
    if (i >= 0) took.push(performance.now() - begun);
  }
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.ceil(took.length * share) - 1)];
  const line = [name.padEnd(58), String(times).padStart(5), ...[at(0.5), at(0.95), took.at(-1)].map((ms) => ms.toFixed(1).padStart(9))];
  console.log(line.join(' '), limit ? (at(0.95) / limit).toFixed(2).padStart(8) : '');
}

const chair = async (login) => {
  const session = await signIn(login, DEMO);
  return { token: session.token, of: `/v1/chair/primaries/${session.appointments[0].organisationId}` };
};

const large = await chair('large-university');
const school = await chair('large-school');
const centre = await signInAtTheCentre();
const office = (id) => `/v1/office/organisations/${id}`;
const top = centre.appointments[0].organisationId;

async function preview(who, file) {
  const form = new FormData();
  form.set('file', new Blob([file]), 'members.xlsx');
  return ask(`${who.of}/lists`, { token: who.token, method: 'POST', body: form, headers: { 'idempotency-key': randomUUID() } });
}

console.log(''.padEnd(58), 'times', '      p50', '      p95', '      max', ' p95/limit, milliseconds');
const many = Number(requests);
for (const [name, who] of [['8,554', large], ['fifty', school]]) {
  await measure(`a primary of ${name}: its first screen`, many, 300, () => ask(who.of, who));
  await measure(`a primary of ${name}: its list`, many, 300, () => ask(`${who.of}/members`, who));
  await measure(`a primary of ${name}: a surname in it`, many, 300,
    (i) => ask(`${who.of}/members?query=${encodeURIComponent(SURNAMES.at(i % SURNAMES.length))}`, who));
}
const regions = (await ask(office(top), centre)).below;
const region = regions.at(-1).id;
const local = (await ask(office(region), centre)).below[0].id;
await measure('the tree, opened at the centre', many, 300, () => ask(office(top), centre));
await measure('the tree, opened at a region', many, 300, (i) => ask(office(regions.at(i % regions.length).id), centre));
await measure('the tree, opened at a local', many, 300, () => ask(office(local), centre));
await measure('an organisation searched by its name', many, 300,
  (i) => ask(`${office(top)}/register?query=${encodeURIComponent(`школы ${20 + (Math.abs(i) % 60)}-00`)}`, centre));
await measure('progress of a region', Math.min(many, 50), 300, () => ask(`${office(region)}/progress`, centre));
await measure('progress of the whole union', 5, null, () => ask(`${office(top)}/progress`, centre));
const list = await ask(`${large.of}/lists/members.xlsx`, large);
await measure('preview of a file with 8,554 rows', 10, 15_000, () => preview(large, list));
