import { html, nothing } from 'lit';
import { Camera } from '../door/camera.js';
import { Screen, button, errorSummary, field } from '../shared/elements.js';
import { showPrintedOf } from './register.js';

const SHEET = /^consent:([0-9a-f-]{36})$/;

/** A signed pile comes back: the code in the corner of any of its sheets, or the number below it, opens the list to tick. */
export class DeskFindSheet extends Screen {
  static properties = { primary: {}, looking: { state: true } };

  disconnectedCallback() {
    super.disconnectedCallback();
    this.camera?.stop();
  }

  async #look() {
    this.looking = true;
    this.trouble = null;
    await this.updateComplete;
    const camera = new Camera(this.querySelector('video'), (text) => this.#take(text));
    this.camera = camera;
    try {
      await camera.start();
    } catch (failure) {
      camera.stop();
      this.looking = false;
      this.trouble = failure.name === 'NotAllowedError' ? 'Нет разрешения на камеру. Разрешите её в настройках браузера или введите номер.' : 'Камера не найдена. Введите номер списка.';
    }
    this.requestUpdate();
  }

  #take(text) {
    const sheet = SHEET.exec(text)?.[1];
    if (!sheet) {
      this.trouble = 'Это не код бланка. Наведите камеру на квадрат в правом верхнем углу бланка.';
      this.requestUpdate();
      return;
    }
    this.trouble = null;
    this.work(async () => {
      const { number } = await showPrintedOf(this.primary, sheet);
      this.#open(number);
    });
  }

  #type(event) {
    event.preventDefault();
    const number = String(new FormData(event.target).get('number')).replace(/\D/g, '');
    this.wrong = number ? null : 'Введите номер, он стоит под квадратом';
    this.requestUpdate();
    if (number) this.#open(number);
  }

  #open(number) {
    this.camera?.stop();
    location.hash = `printed/${number}`;
  }

  render() {
    return html`<a class="button plain back" href="#consents">‹ Согласия</a>
      <h1>Список по бланку</h1>
      <p>В углу каждого бланка — квадрат и номер списка. По ним откроются все, чьи бланки напечатаны вместе.</p>
      ${errorSummary(this.failure)}
      ${this.trouble ? html`<p class="notice warn" role="alert">${this.trouble}</p>` : nothing}
      <div class="panel">
        ${this.looking
          ? html`<video class="sheet-camera" muted playsinline></video><p class="soft" role="status">Наведите на квадрат в углу бланка</p>`
          : button('Включить камеру', this.busy, { style: 'wide', onClick: () => this.#look() })}
      </div>
      <form class="panel" novalidate @submit=${this.#type}>
        ${field({ label: 'Номер списка', name: 'number', mode: 'numeric', error: this.wrong, hint: 'Например, 1042' })}
        ${button('Открыть список', this.busy, { style: 'quiet' })}
      </form>`;
  }
}

customElements.define('desk-find-sheet', DeskFindSheet);
