import { html, nothing } from 'lit';
import { Screen, button, errorSummary, toast } from '../shared/elements.js';
import { today } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { Camera } from '../door/camera.js';
import { listenToWedge } from '../door/wedge.js';
import { issueScanned, undoIssue } from './register.js';
import { fullName } from './words.js';

const STILL_IN_VIEW = 3_000;

/** The card lies before the chair: its code marks it as handed out, by camera or by a scanner at the keyboard. */
export class DeskIssueByCode extends Screen {
  static properties = { primary: {}, issued: { state: true }, trouble: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.issued = [];
    this.seen = { text: '', at: 0 };
    this.stopWedge = listenToWedge((text) => this.#take(text));
    const atDoor = sessionStorage.getItem('card-to-issue');
    sessionStorage.removeItem('card-to-issue');
    this.fromDoor = Boolean(atDoor);
    if (atDoor) this.#take(atDoor);
  }

  async firstUpdated() {
    this.camera = new Camera(this.querySelector('video'), (text) => this.#take(text));
    try {
      await this.camera.start();
    } catch (failure) {
      this.camera.stop();
      this.trouble = failure.name === 'NotAllowedError' ? 'Нет разрешения на камеру. Разрешите её в настройках браузера или подключите сканер.' : 'Камера не найдена. Подключите сканер или наберите номер билета.';
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopWedge();
    this.camera?.stop();
  }

  /** A card that stays in view is asked for once. */
  #take(text) {
    const now = Date.now();
    if (text === this.seen.text && now - this.seen.at < STILL_IN_VIEW) {
      this.seen.at = now;
      return;
    }
    this.seen = { text, at: now };
    this.work(async () => {
      const card = await issueScanned(this.primary, { code: text, issuedOn: today() });
      this.issued = [card, ...this.issued];
      navigator.vibrate?.(80);
    });
  }

  #undo(card) {
    this.work(async () => {
      await undoIssue(this.primary, [card.id]);
      this.issued = this.issued.filter((one) => one.id !== card.id);
      toast('Отметка снята');
    });
  }

  render() {
    const byHand = (event) => {
      event.preventDefault();
      const number = String(new FormData(event.target).get('number')).replace(/\D/g, '');
      if (number) this.#take(number);
      event.target.reset();
    };
    return html`<a class="button plain back" href="#hand-out">‹ Билеты</a>
      <div class="head"><div><h1>Выдать по коду</h1><p>Наведите камеру на код карты, которую отдаёте.</p></div></div>
      ${errorSummary(this.failure)}
      ${this.fromDoor ? html`<p class="notice">Карту отсканировали на входе. <a href="/door">Вернуться на вход</a></p>` : nothing}
      <div class="columns"><section class="panel stack">
        ${this.trouble ? html`<p class="notice">${this.trouble}</p>` : nothing}
        <video class="sheet-camera" muted playsinline ?hidden=${Boolean(this.trouble)} aria-label="Камера"></video>
        <form novalidate @submit=${byHand}><div class="field"><label for="number">Номер билета</label>
          <input id="number" name="number" inputmode="numeric" autocomplete="off" maxlength="12" /></div>
          ${button('Выдать', this.busy, { style: 'quiet wide' })}</form>
      </section>
      <section class="panel"><h2>Выдано сейчас: ${this.issued.length}</h2>
        ${this.issued.length ? html`<ul class="list">${this.issued.map((card) => this.#line(card))}</ul>` : html`<p class="soft">Пока никому. Каждая отсканированная карта появится здесь.</p>`}
      </section></div>`;
  }

  #line(card) {
    return html`<li><div class="line"><span class="grow"><b>✔ ${fullName(card)}</b><span class="number">${inFours(card.ticketNumber)}</span></span>
      ${button('Снять отметку', this.busy, { style: 'plain', onClick: () => this.#undo(card) })}</div></li>`;
  }
}

customElements.define('desk-issue-by-code', DeskIssueByCode);
