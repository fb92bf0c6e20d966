// One way to the server for the three pages: bearer token, one retry after a refresh, problems in Russian.
import { learnTime } from './clock.js';
import { mayRepeat, say } from './messages.js';

/** The server answered, and the answer is no: `message` may be shown as it stands. */
export class Problem extends Error {
  /** @param {number} status @param {Record<string, any>} body @param {string | null} requestId */
  constructor(status, body, requestId) {
    super(say(body, status));
    this.status = status;
    this.code = body.code ?? '';
    /** @type {{pointer: string, detail: string}[]} */
    this.errors = body.errors ?? [];
    this.requestId = body.requestId ?? requestId;
    this.body = body;
  }
}

/** Nothing was answered: no network, or no answer in time. */
export class NoConnection extends Error {
  constructor() {
    super('Нет связи с сервером. Проверьте интернет и повторите.');
    this.name = 'NoConnection';
  }
}

/** What was asked for one ticket is answered to nobody once another one is in hand. */
export class HolderLeft extends Error {
  constructor() {
    super('Билет закрыт');
    this.name = 'HolderLeft';
  }
}

/** A UUID of version 7: ordered by time, made on the device, so that a repeated request is recognised. */
export function newId(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 5, rest = now; place >= 0; place--, rest = Math.floor(rest / 256)) bytes[place] = rest % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export class Api {
  /** @param {{renew?: () => Promise<string | null>, whose?: () => any, timeout?: number}} [options] whose: for whom is asked now, where one page serves several people */
  constructor({ renew, whose = () => null, timeout = 20_000 } = {}) {
    /** @type {string | null} the access token lives in memory only */
    this.token = null;
    this.renew = renew;
    this.whose = whose;
    this.holder = whose();
    this.timeout = timeout;
    /** @type {Promise<string | null> | null} */
    this.renewing = null;
    /** @type {Map<string, string>} keys of creating calls whose answer never came, by what was asked */
    this.unanswered = new Map();
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{body?: any, key?: string, timeout?: number, headers?: Record<string, string>, open?: boolean, as?: 'json' | 'blob' | 'text' | 'response'}} [options]
   */
  async call(method, path, options = {}) {
    const holder = this.#serve();
    const asked = this.#ask(method, path, options, holder);
    await asked.catch(() => {});
    this.#stillServes(holder);
    return asked;
  }

  /** Turns to whoever is asked for now: nothing of the one before goes with her questions. */
  #serve() {
    const holder = this.whose();
    if (holder !== this.holder) {
      this.holder = holder;
      this.token = null;
      this.renewing = null;
      this.unanswered.clear();
    }
    return holder;
  }

  #stillServes(holder) {
    if (holder !== this.whose()) throw new HolderLeft();
  }

  async #ask(method, path, options, holder) {
    // Without a token the answer is known beforehand: the session is opened first.
    if (!this.token && this.renew && !options.open) await this.#renewed(holder);
    let response = await this.#send(method, path, options, holder);
    if (response.status === 401 && this.renew && !options.open && (await this.#renewed(holder))) {
      response = await this.#send(method, path, options, holder);
    }
    if (options.as === 'response' && (response.ok || response.status === 304)) return response;
    if (!response.ok) throw await problem(response);
    if (options.as === 'blob') return response.blob();
    if (options.as === 'text') return response.text();
    return response.status === 204 || response.headers.get('content-length') === '0' ? null : json(response);
  }

  /** @param {string} path @param {object} [options] */
  get(path, options) {
    return this.call('GET', path, options);
  }

  /**
   * Creating calls carry a key. Whoever asks the same again after a lost answer asks with the same key, so that nothing is created twice.
   * @param {string} path @param {any} [body] @param {{key?: string, [option: string]: any}} [options]
   */
  async post(path, body, options = {}) {
    if (options.key) return this.call('POST', path, { body, ...options });
    this.#serve();
    const question = `${path} ${JSON.stringify(body)}`;
    const key = this.unanswered.get(question) ?? newId();
    this.unanswered.set(question, key);
    try {
      const answer = await this.call('POST', path, { body, ...options, key });
      this.unanswered.delete(question);
      return answer;
    } catch (failure) {
      if (!mayRepeat(failure)) this.unanswered.delete(question);
      throw failure;
    }
  }

  /** Two calls that meet an expired token at once renew it once: a refresh token serves one time. */
  async #renewed(holder) {
    this.#stillServes(holder);
    const renewing = (this.renewing ??= Promise.resolve(this.renew?.() ?? null));
    try {
      const token = await renewing;
      this.#stillServes(holder);
      this.token = token;
      return token !== null;
    } finally {
      if (this.renewing === renewing) this.renewing = null;
    }
  }

  async #send(method, path, { body, key, timeout, headers, open }, holder) {
    this.#stillServes(holder);
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeout ?? this.timeout);
    const sentAt = Date.now();
    const isForm = body instanceof FormData || body instanceof Blob;
    try {
      const response = await fetch(path, {
        method,
        signal: abort.signal,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: {
          Accept: 'application/json, application/problem+json, */*',
          'Accept-Language': 'ru',
          ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
          ...(this.token && !open ? { Authorization: `Bearer ${this.token}` } : {}),
          ...(key ? { 'Idempotency-Key': key } : {}),
          ...headers,
        },
        body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
      });
      learnTime(response.headers.get('date'), sentAt);
      return response;
    } catch {
      throw new NoConnection();
    } finally {
      clearTimeout(timer);
    }
  }
}

/** @param {Response} response */
async function json(response) {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** @param {Response} response */
async function problem(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // A proxy in between answers with its own page: the status says enough.
  }
  return new Problem(response.status, body ?? {}, response.headers.get('x-request-id'));
}
