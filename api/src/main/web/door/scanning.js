import { html, nothing } from 'lit';
import { Screen, button, confirm, toast } from '../shared/elements.js';
import { time } from '../shared/dates.js';
import { digits, isTicketNumber } from '../shared/numbers.js';
import { grouped, plural } from '../shared/plural.js';
import { Camera } from './camera.js';
import { bundleAge } from './decide.js';
import { shownAnswer } from './outcomes.js';
import { readPaper } from './paper.js';
import * as scanner from './scanner.js';
import { kept, lastScans, presentCount } from './store.js';
import './questions.js';
import './search.js';
import './sheets.js';
import { play } from './sound.js';
import { listenToWedge } from './wedge.js';

const SHOWN = 1_500;
const SHOWN_TROUBLE = 4_000;
const STILL_IN_VIEW = 3_000;
// What the person in charge may decide against; a card or a mandate that is not good is not among it.
const OVERRIDABLE = new Set([
  'ALREADY_PRESENT', 'REENTRY_FORBIDDEN', 'MEMBERSHIP_ENDED', 'MEMBERSHIP_SUSPENDED', 'MEMBERSHIP_PENDING', 'NOT_INVITED', 'WRONG_LIST', 'WRONG_DOOR', 'GO_TO_DOOR',
  'OUTSIDE_WINDOW', 'RULE_FAILED',
]);

/** The scanner. It keeps running whatever the answer was. */
export class DoorScanning extends Screen {
  static properties = { list: { attribute: false }, bundle: { attribute: false }, answer: { state: true }, camera: { state: true }, byHand: { state: true }, asking: { state: true }, searching: { state: true }, paper: { state: true } };

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
    this.registrar = (await scanner.device())?.role === 'REGISTRAR';
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
    if (this.taking || this.asking || (!deliberate && (isSame || this.answer))) return;
    this.taking = true;
    this.requestUpdate();
    const place = this.registrar ? await readPaper(text) : null;
    if (place) this.paper = { place };
    else await this.#scan(text, {});
    this.taking = false;
    this.requestUpdate();
  }

  #show(decision) {
    const { outcome, reason, origin, raw } = decision;
    if (outcome === 'INCOMPLETE') {
      this.asking = decision;
      play('double');
      return;
    }
    const action = this.#offer(decision);
    this.answer = { ...shownAnswer(decision, this.list), outcome, reason, origin, raw, action, kind: decision.entry?.credential.kind };
    play(this.answer.sound);
    navigator.vibrate?.(this.answer.vibrate);
    clearTimeout(this.timer);
    const calm = ['ADMITTED', 'EXITED'].includes(outcome) || decision.byThisDevice;
    if (!action) this.timer = setTimeout(() => (this.answer = null), calm ? SHOWN : SHOWN_TROUBLE);
  }

  /** What may be done about a refusal: with a document, with a word, or against the list by whoever is in charge. */
  #offer({ nextAction, reason }) {
    if (nextAction === 'CONFIRM_IDENTITY') return { text: 'Документ проверен, впустить', how: { reason: 'ID_SEEN' } };
    if (nextAction === 'ISSUE_NOW') return { text: 'Выдать сейчас (председатель)', issue: true };
    if (nextAction === 'CONFIRM_PENDING') return { text: 'Впустить: приём оформляется', how: { acceptPending: true } };
    if (this.registrar && OVERRIDABLE.has(reason)) return { text: 'Впустить по решению старшего', how: { reason: 'REGISTRAR_DECISION' } };
    return null;
  }

  /** The record says how she came in. */
  async #act(event) {
    event.stopPropagation();
    const { raw, action, kind } = this.answer;
    if (action.issue) return this.#issue();
    this.#dismiss();
    await this.#scan(raw, { ...action.how, kind });
  }

  async #scan(raw, how) {
    try {
      this.#show(await scanner.scan(this.list.id, raw, { type: this.type, ...how }));
    } catch (failure) {
      if (!(failure instanceof scanner.NotEnrolled)) throw failure;
      this.#ended(failure);
    } finally {
      this.#count();
    }
  }

  /** The right of this phone has ended: there is nothing to scan any more. */
  #ended(failure) {
    toast(failure.message);
    this.dispatchEvent(new CustomEvent('ended', { bubbles: true }));
  }

  async #answered(event) {
    const { entry } = this.asking;
    this.asking = null;
    this.#show(await scanner.complete(this.list.id, entry, event.detail));
    this.#count();
  }

  #givenUp() {
    scanner.giveUp(this.asking.entry);
    this.asking = null;
  }

  async #takeBack(entry) {
    const sure = await confirm({ title: 'Отменить отметку?', text: `${entry.shortName || 'Человек'} снова будет считаться не вошедшим.`, yes: 'Отменить отметку', danger: true });
    if (!sure) return;
    toast((await scanner.takeBack(this.list.id, entry)).message);
    this.#count();
  }

  /** The chair signs in to her desk on this very phone; the code never enters an address. */
  #issue() {
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
        ${this.registrar ? button('Найти по фамилии', false, { style: 'quiet', onClick: () => (this.searching = !this.searching) }) : nothing}
        ${this.registrar ? button('Перенести с бумаги', false, { style: 'quiet', onClick: () => (this.paper = this.paper ? null : {}) }) : nothing}
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
      ${this.searching ? html`<door-search .list=${this.list} @found=${(event) => this.#scan(event.detail, { kind: 'MANUAL', reason: 'ID_SEEN' })}></door-search>` : nothing}
      ${this.paper ? html`<door-sheets .list=${this.list} .place=${this.paper.place}></door-sheets>` : nothing}
      ${this.asking ? html`<door-questions .questions=${this.asking.questions} .who=${this.asking.person?.shortName ?? ''} @answers=${this.#answered} @give-up=${this.#givenUp}></door-questions>` : nothing}
      ${this.last.length ? html`<h2>Последние</h2><ul class="last">${this.last.map((entry) => lastLine(entry, () => this.#takeBack(entry)))}</ul>` : nothing}
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
      ${answer.attention ? html`<span class="note"><b>Обратите внимание: позовите старшего.</b></span>` : nothing}
      ${answer.action ? html`<button type="button" class="on-answer" @click=${this.#act}>${answer.action.text}</button>` : nothing}
      <button type="button" class="on-answer">Дальше</button>
    </div>`;
  }
}

function lastLine(entry, takeBack) {
  const shown = shownAnswer(entry);
  const word = entry.takenBack ? 'отменено' : shown.word;
  const mayTakeBack = !entry.takenBack && ['ADMITTED', 'EXITED'].includes(entry.outcome);
  return html`<li><span class="dot ${entry.takenBack ? 'grey' : shown.colour}" aria-hidden="true">${entry.takenBack ? '–' : shown.sign}</span><span class="who">${entry.shortName || word}<br /><small>${entry.shortName ? word : ''}</small></span><time>${time(entry.scannedAt)}</time>${mayTakeBack ? button('Отменить', false, { style: 'plain', onClick: takeBack }) : nothing}</li>`;
}

customElements.define('door-scanning', DoorScanning);
