// The changing code. A proof lives about a minute; a new one is shown every 15 seconds.
import { html, svg, nothing } from 'lit';
import { Screen } from '../shared/elements.js';
import { shortName } from '../shared/names.js';
import { inFours } from '../shared/numbers.js';
import { makeCode } from './proof.js';
import { qrPath } from './qr.js';

const LIFE = 15_000;

export class TicketCode extends Screen {
  static properties = { card: { attribute: false }, whole: { state: true }, kind: { state: true }, drawing: { state: true }, left: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.madeAt = 0;
    this.kind = 'door';
    this.tick = () => this.#turn();
    this.timer = setInterval(this.tick, 1_000);
    document.addEventListener('visibilitychange', this.tick);
    this.#turn();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.tick);
    this.#letSleep();
  }

  async #turn() {
    if (document.visibilityState === 'hidden') return;
    const age = Date.now() - this.madeAt;
    if (age >= LIFE || age < 0) {
      this.madeAt = Date.now();
      try {
        this.drawing = qrPath(await makeCode(this.kind));
      } catch (failure) {
        this.failure = failure;
        this.requestUpdate();
      }
    }
    this.left = Math.max(1, Math.ceil((LIFE - (Date.now() - this.madeAt)) / 1_000));
    if (this.whole) this.#stayAwake();
  }

  async #stayAwake() {
    if (this.lock && !this.lock.released) return;
    try {
      this.lock = await navigator.wakeLock?.request('screen');
    } catch {
      // Not every phone allows it; the code is shown all the same.
    }
  }

  #letSleep() {
    this.lock?.release();
    this.lock = null;
  }

  /** @param {'door' | 'member'} kind */
  async #open(kind) {
    await this.#show(kind);
    this.whole = true;
    this.#stayAwake();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  #close() {
    this.querySelector('dialog')?.close();
    this.whole = false;
    this.#letSleep();
    this.#show('door');
  }

  async #show(kind) {
    if (kind === this.kind) return;
    this.kind = kind;
    this.madeAt = 0;
    await this.#turn();
  }

  render() {
    if (this.failure) {
      return html`<div class="notice warn"><p>Код не получился. Закройте страницу и откройте её снова; номер билета действует и без кода.</p></div>`;
    }
    if (!this.drawing) return html`<div class="qr"><svg viewBox="0 0 61 61"></svg></div>`;
    const seconds = `Код сменится через ${this.left}\u00a0с`;
    return html`
      <button class="qr" type="button" @click=${() => this.#open('door')} aria-label="Показать код крупно">
        ${svgImage(this.drawing)}
        <span>Нажмите, чтобы показать крупно</span>
      </button>
      <div class="countdown"><progress max="15" .value=${this.left} aria-label="До смены кода"></progress><span>${seconds}</span></div>
      <button class="plain" type="button" @click=${() => this.#open('member')}>Показать в магазине</button>
      ${this.whole
        ? html`<dialog class="whole" aria-label="Код билета" @cancel=${this.#close}>
            ${svgImage(this.drawing)}
            ${this.kind === 'door'
              ? html`<p class="ticket-number">${inFours(this.card.ticketNumber)}</p>
                  <p><b>${shortName(this.card.fullName)}</b></p>
                  <span class="mark ${this.card.tone}">${this.card.sign} ${this.card.statusText}</span>`
              : html`<p><b>Член Профсоюза</b></p><p>Продавец наведёт камеру и увидит, действует ли билет, и инициалы. Ни имени, ни номера.</p>`}
            <p>Прибавьте яркость, если не считывается</p>
            <p class="number"><small>${seconds}</small></p>
            <button class="quiet" type="button" @click=${this.#close}>Закрыть</button>
          </dialog>`
        : nothing}`;
  }
}

/** @param {{size: number, path: string}} drawing */
function svgImage({ size, path }) {
  return html`<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="Код билета">
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
  </svg>`;
}

customElements.define('ticket-code', TicketCode);
