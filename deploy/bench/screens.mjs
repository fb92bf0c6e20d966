// Opens the screens of the register again and again and prints how long they took. See deploy/bench/screens.
import { createHmac, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const [server, times, list] = process.argv.slice(2);
const GIVEN = 'profbilet-demo';
const OWN = 'profbilet-demo-own';
const LIMIT = 300;
const LIMIT_OF_PREVIEW = 15_000;

async function call(method, path, { token, body, key } = {}) {
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
    ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
  };
  const answer = await fetch(server + path, { method, headers, body: body && !(body instanceof FormData) ? JSON.stringify(body) : body });
  const text = await answer.text();
  if (!answer.ok) throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${text}`), { status: answer.status });
  return text ? JSON.parse(text) : null;
}

/** Signs in; a demo login chooses its own password first, a high one connects an app that only this run has. */
async function signIn(login) {
  const open = (password) => call('POST', '/v1/session', { body: { login, password } });
  let opened = await open(OWN).catch(() => open(GIVEN));
  if (opened.passwordChangeRequired) {
    opened = await call('POST', '/v1/session/password', { token: opened.accessToken, body: { currentPassword: GIVEN, newPassword: OWN } });
  }
  const token = opened.accessToken;
  const session = await call('GET', '/v1/session', { token });
  if (session.secondFactor === 'SETUP') {
    const { secret } = await call('POST', '/v1/session/second-factor/enrolment', { token, body: {} });
    await call('POST', '/v1/session/second-factor', { token, body: { code: code(secret) } });
  }
  return { token, own: session.appointments[0] };
}

/** RFC 6238, as an authenticator app does it. */
function code(base32) {
  const bits = [...base32].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', secret).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function line(name, took, limit) {
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  const p95 = at(0.95);
  console.log(`${name.padEnd(44)} p50 ${at(0.5).toFixed(0).padStart(6)} ms   p95 ${p95.toFixed(0).padStart(6)} ms${p95 > limit ? `   MORE THAN ${limit}` : ''}`);
  if (p95 > limit) process.exitCode = 1;
}

async function measure(name, work, count = Number(times), limit = LIMIT) {
  const took = [];
  for (let i = limit === LIMIT ? -3 : 0; i < count; i++) {
    const begun = performance.now();
    await work(i);
    if (i >= 0) took.push(performance.now() - begun);
  }
  line(name, took, limit);
}

const members = (primary, query = '') => `/v1/chair/primaries/${primary}/members${query}`;
const SURNAMES = ['Ив', 'Пет', 'Сид', 'Ах', 'Га', 'Му', 'Ко', 'Се'];

for (const [login, name] of [['large-school', 'a school'], ['large-university', 'a university']]) {
  const { token, own } = await signIn(login);
  await measure(`the first screen of ${name}`, () => call('GET', `/v1/chair/primaries/${own.organisationId}`, { token }));
  await measure(`open the list of ${name}`, () => call('GET', members(own.organisationId), { token }));
  await measure(`search a surname in ${name}`, (i) => call('GET', members(own.organisationId, `?query=${encodeURIComponent(SURNAMES[Math.abs(i) % SURNAMES.length])}`), { token }));
}

const centre = await signIn('central');
const office = (organisation, more = '') => `/v1/office/organisations/${organisation}${more}`;
const { below } = await call('GET', office(centre.own.organisationId), { token: centre.token });
await measure('open the tree at its top', () => call('GET', office(centre.own.organisationId), { token: centre.token }));
await measure('open a region in the tree', (i) => call('GET', office(below[Math.abs(i) % below.length].id), { token: centre.token }));
const region = below.at(-1).id;
const local = (await call('GET', office(region), { token: centre.token })).below[0].id;
await measure('open a local in the tree', () => call('GET', office(local), { token: centre.token }));
await measure('progress of a region', () => call('GET', office(region, '/progress'), { token: centre.token }), 20);
await measure('search the register of the whole tree', (i) => call('GET', office(centre.own.organisationId, `/register?query=${encodeURIComponent(['школы', 'института', '17-0', 'районная'][Math.abs(i) % 4])}`), { token: centre.token }));

const university = await signIn('university');
const file = await readFile(list);
await measure(
  'preview a list of 8,554 people',
  () => {
    const body = new FormData();
    body.append('file', new Blob([file]), 'list.xlsx');
    return call('POST', `/v1/chair/primaries/${university.own.organisationId}/lists`, { token: university.token, body, key: randomUUID() });
  },
  5,
  LIMIT_OF_PREVIEW,
);
