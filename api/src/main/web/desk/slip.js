import { html } from 'lit';
import { Screen, button, errorSummary, loading, save } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { makeSlip, printSlip } from './register.js';
import { qrImage } from './qr-image.js';

/** The slip is shown once: a second printing makes a new code and ends the old one. */
export class DeskSlip extends Screen {
  static properties = { primary: {}, person: {}, slip: { state: true } };

  #make() {
    this.work(async () => {
      this.key = newId();
      this.slip = await makeSlip(this.primary, this.person, this.key);
    });
  }

  #print() {
    this.work(async () => save(await printSlip(this.primary, this.person, this.key), 'Листок для телефона.pdf'));
  }

  render() {
    return html`<a class="button plain back" href="#person/${this.person}">‹ Назад</a>
      <h1 class="no-print">Листок для телефона</h1>
      ${errorSummary(this.failure)}
      ${this.slip ? this.#paper() : this.busy ? loading('Готовим листок…') : html`<div class="panel narrow">
        <p>На листке — код, по которому член Профсоюза откроет билет на своём телефоне. Код действует трое суток. Прежний листок, если он был, перестанет действовать.</p>
        ${button('Сделать листок', this.busy, { onClick: () => this.#make() })}</div>`}`;
  }

  #paper() {
    const { slip } = this;
    return html`<article class="panel slip">
        <h2>${slip.fullName}</h2>
        ${qrImage(slip.link, 'Код листка')}
        <ol><li>Наведите камеру телефона на код.</li><li>Введите дату рождения и эти 8 цифр:</li></ol>
        <p class="secret" data-code>${inFours(slip.code)}</p>
        <p>Номер билета <b class="number nowrap">${inFours(slip.ticketNumber)}</b></p>
        <p class="soft">Действует до: ${when(slip.expiresAt)}. Никому не сообщайте этот код по телефону.</p>
      </article>
      <p class="row no-print">${button('Напечатать', this.busy, { onClick: () => this.#print() })}</p>`;
  }
}

customElements.define('desk-slip', DeskSlip);
