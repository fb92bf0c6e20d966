import { html } from 'lit';
import { Screen, button, errorSummary, field, toast } from '../shared/elements.js';
import { digits } from '../shared/numbers.js';
import * as scanner from './scanner.js';

/** Who holds a shared phone; whoever takes it over says so with her pin. */
export class DoorOperator extends Screen {
  static properties = { operator: { state: true }, changing: { state: true }, error: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.operator = await scanner.operator();
  }

  #take(event) {
    event.preventDefault();
    const pin = digits(String(new FormData(event.target).get('pin')));
    this.error = pin.length === 6 ? '' : 'Код из шести цифр. Его выдаёт председатель';
    if (this.error) return;
    this.work(async () => {
      this.operator = await scanner.takePhone(pin);
      this.changing = false;
      toast(`Сканирует: ${this.operator.name}`);
    });
  }

  render() {
    if (!this.changing) {
      return html`<div class="row spread"><span>Кто сканирует${this.operator ? html`: <b>${this.operator.name}</b>` : ''}</span>
        ${button(this.operator ? 'Сменить' : 'Ввести код', false, { style: 'quiet', onClick: () => (this.changing = true) })}</div>`;
    }
    return html`<form novalidate @submit=${this.#take}>${errorSummary(this.failure)}
      ${field({ label: 'Ваш код', name: 'pin', mode: 'numeric', error: this.error, class: 'code' })}
      <div class="row">${button('Взять телефон', this.busy)}${button('Не сейчас', false, { style: 'quiet', onClick: () => (this.changing = false) })}</div></form>`;
  }
}

customElements.define('door-operator', DoorOperator);
