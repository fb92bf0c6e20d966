import { html, nothing } from 'lit';
import { Screen, button, toast } from '../shared/elements.js';
import { time } from '../shared/dates.js';
import { digits, isTicketNumber } from '../shared/numbers.js';
import { grouped, plural } from '../shared/plural.js';
import { Camera } from './camera.js';
import { bundleAge } from './decide.js';
import { shownAnswer } from './outcomes.js';
import * as scanner from './scanner.js';
import { kept, lastScans, presentCount } from './store.js';
import { play } from './sound.js';
import { listenToWedge } from './wedge.js';

const SHOWN = 1_500;
const SHOWN_TROUBLE = 4_000;
const STILL_IN_VIEW = 3_000;

/** The scanner. It keeps running whatever the answer was. */
export class DoorScanning extends Screen {
  static properties = { list: { attribute: false }, bundle: { attribute: false }, answer: { state: true }, camera: { state: true }, byHand: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.seen = { text: '', at: 0 };
    this.last = [];
    this.type = 'ENTRY';
    // Other doors go on too: what they let in is asked for every now and then.
    this.poll = setInterval(() => scanner.sync(), 20_000);
    this.stopWedge = listenToWedge((text) => this.#take(text, true));
    this.onView = () => document.visibilityState === 'visible' && this.#stayAwake();
    document.addEventListener('visibilitychange', this.onView);
    scanner.watch(() => this.#count());
    this.#count();
    this.#stayAwake();
  }

  firstUpdated() {
    this.#startCamera();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopWedge();
    document.removeEventListener('visibilitychange', this.onView);
    this.camera?.stop();
    this.lock?.release();
    clearInterval(this.poll);
    clearTimeout(this.timer);
  }

  async #startCamera() {
    const camera = new Camera(this.querySelector('video'), (text) => this.#take(text, false));
    try {
      await camera.start();
      this.camera = camera;
      this.trouble = null;
    } catch (failure) {
      camera.stop();
      this.trouble = failure.name === 'NotAllowedError' ? 'Нет разрешения на камеру. Разрешите её в настройках браузера.' : 'Камера не найдена.';
    }
    this.requestUpdate();
  }

  async #stayAwake() {
    try {
      this.lock = await navigator.wakeLock?.request('screen');
    } catch {
      // Scanning works without it; the screen only dims sooner.
    }
  }

  async #count() {
    this.waiting = await scanner.waiting();
    this.last = await lastScans(this.list.id);
    const counters = await kept(`counters ${this.list.id}`);
    const told = counters ?? this.list.counters;
    this.present = Math.max(told?.present ?? 0, await presentCount(this.list.id));
    this.base = told?.base ?? null;
    this.requestUpdate();
  }

  /** A code that stays before the camera is one scan. @param {string} text @param {boolean} deliberate */
  async #take(text, deliberate) {
    const now = Date.now();
    const isSame = this.seen.text === text && now - this.seen.at < STILL_IN_VIEW;
    this.seen = { text, at: now };
    if (this.taking || (!deliberate && (isSame || this.answer))) return;
    this.taking = true;
    this.requestUpdate();
    try {
      this.#show(await scanner.scan(this.list.id, text, { type: this.type }));
    } catch (failure) {
      if (failure instanceof scanner.NotEnrolled) toast(failure.message);
      else throw failure;
    } finally {
      this.taking = false;
      this.#count();
    }
  }

  #show(decision) {
    const { outcome, reason, origin, raw, nextAction } = decision;
    this.answer = { ...shownAnswer(decision, this.list), outcome, reason, origin, raw, byDocument: nextAction === 'CONFIRM_IDENTITY', toIssue: nextAction === 'ISSUE_NOW' };
    play(this.answer.sound);
    navigator.vibrate?.(this.answer.vibrate);
    clearTimeout(this.timer);
    const calm = ['ADMITTED', 'EXITED'].includes(outcome) || decision.byThisDevice;
    if (!this.answer.byDocument && !this.answer.toIssue) this.timer = setTimeout(() => (this.answer = null), calm ? SHOWN : SHOWN_TROUBLE);
  }

  /** A number that anybody could type admits only with a document, and the record says so. */
  async #byDocument(event) {
    event.stopPropagation();
    const { raw } = this.answer;
    this.#dismiss();
    this.#show(await scanner.scan(this.list.id, raw, { type: this.type, reason: 'ID_SEEN' }));
    this.#count();
  }

  /** The chair signs in to her desk on this very phone; the code never enters an address. */
  #issue(event) {
    event.stopPropagation();
    sessionStorage.setItem('card-to-issue', this.answer.raw);
    location.assign('/desk#issue-by-code');
  }

  #dismiss() {
    clearTimeout(this.timer);
    this.answer = null;
  }

  #submitNumber(event) {
    event.preventDefault();
    const input = event.target.querySelector('input');
    const number = digits(input.value);
    if (!isTicketNumber(number)) {
      this.numberError = 'Проверьте номер: 10 цифр, последняя — контрольная';
      this.requestUpdate();
      return;
    }
    this.numberError = null;
    input.value = '';
    this.byHand = false;
    this.#take(number, true);
  }

  render() {
    const online = scanner.isOnline();
    const amber = bundleAge(this.bundle) === 'AMBER';
    return html`
      <h1 class="visually-hidden">Сканирование: ${this.list.name}</h1>
      <div class="bar">
        <span class="mark ${online ? 'good' : 'warn'}" role="status">${online ? '● На связи' : '○ Нет связи'}</span>
        <span class="counter" aria-label="Вошли">${grouped(this.present ?? 0)}${this.base ? html`<small> из ${grouped(this.base)}</small>` : nothing}</span>
      </div>
      ${online ? nothing : html`<p class="notice warn">Работаем ${this.bundle ? html`по списку от ${time(this.bundle.madeAt)}` : html`без списка`}${this.waiting ? html`, в очереди ${plural(this.waiting, 'scan')}` : nothing}.</p>`}
      ${amber ? html`<p class="notice warn">Списку больше суток. Подключитесь к интернету, чтобы обновить его.</p>` : nothing}
      ${this.type === 'EXIT' ? html`<p class="notice"><b>Отмечаем выход.</b></p>` : nothing}
      <div class="viewer">
        <video playsinline muted autoplay aria-label="Камера"></video>
        ${this.trouble
          ? html`<div class="off"><p>${this.trouble}</p>${button('Включить камеру', false, { onClick: () => this.#startCamera() })}</div>`
          : html`<div class="frame"></div><p class="hint">${this.taking ? 'Проверяем…' : 'Наведите на код билета'}</p>`}
      </div>
      <div class="tools">
        ${button('Ввести номер', false, { style: 'quiet', onClick: () => (this.byHand = !this.byHand) })}
        ${this.camera?.hasTorch() ? button(this.torch ? 'Выключить свет' : 'Включить свет', false, { style: 'quiet', onClick: () => this.#torch() }) : nothing}
        ${button(this.type === 'ENTRY' ? 'Отмечать выход' : 'Отмечать вход', false, { style: 'quiet', onClick: () => this.#turn() })}
        ${button('Закончить', false, { style: 'quiet', onClick: () => this.dispatchEvent(new CustomEvent('leave', { bubbles: true })) })}
      </div>
      ${this.byHand
        ? html`<form class="panel" novalidate @submit=${this.#submitNumber}>
            <div class="field"><label for="number">Номер билета</label>${this.numberError ? html`<span class="error" role="alert">${this.numberError}</span>` : nothing}
            <input id="number" class="code" inputmode="numeric" autocomplete="off" /></div>
            ${button('Проверить номер', false, { style: 'wide' })}</form>`
        : nothing}
      ${this.last.length ? html`<h2>Последние</h2><ul class="last">${this.last.map((entry) => lastLine(entry))}</ul>` : nothing}
      ${this.answer ? this.#wholeScreen(this.answer) : nothing}`;
  }

  #turn() {
    this.type = this.type === 'ENTRY' ? 'EXIT' : 'ENTRY';
    this.requestUpdate();
  }

  #torch() {
    this.torch = !this.torch;
    this.camera.torch(this.torch);
    this.requestUpdate();
  }

  #wholeScreen(answer) {
    return html`<div class="answer ${answer.colour}" data-outcome=${answer.outcome} data-reason=${answer.reason ?? nothing} data-origin=${answer.origin} role="alert" @click=${this.#dismiss}>
      <span class="sign" aria-hidden="true">${answer.sign}</span>
      <span class="word">${answer.word}</span>
      ${answer.name ? html`<span class="name">${answer.name}</span>` : nothing}
      ${answer.note ? html`<span class="note">${answer.note}</span>` : nothing}
      ${answer.byDocument ? html`<button type="button" class="on-answer" @click=${this.#byDocument}>Документ проверен, впустить</button>` : nothing}
      ${answer.toIssue ? html`<button type="button" class="on-answer" @click=${this.#issue}>Выдать сейчас (председатель)</button>` : nothing}
      <button type="button" class="on-answer">Дальше</button>
    </div>`;
  }
}

function lastLine(entry) {
  const shown = shownAnswer(entry);
  return html`<li><span class="dot ${shown.colour}" aria-hidden="true">${shown.sign}</span><span class="who">${entry.shortName || shown.word}<br /><small>${entry.shortName ? shown.word : ''}</small></span><time>${time(entry.scannedAt)}</time></li>`;
}

customElements.define('door-scanning', DoorScanning);
