import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, toast } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { endPhone, listPhones } from './member.js';

/** «Мои телефоны»: where the ticket is open; a lost phone is ended here, at once. */
export class TicketPhones extends Screen {
  static properties = { phones: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.work(async () => (this.phones = await listPhones()));
  }

  async #end(phone) {
    const sure = await confirm({
      title: `Отключить билет на телефоне «${phone.name}»?`,
      text: 'Код на нём и в кошельке перестанет действовать сразу. Чтобы вернуть билет на тот телефон, понадобится новый листок.',
      yes: 'Отключить', danger: true,
    });
    if (!sure) return;
    await this.work(async () => {
      await endPhone(phone.id);
      this.phones = await listPhones();
      toast('Билет на том телефоне отключён');
    });
  }

  render() {
    return html`
      <a class="button plain back" href="#">‹ Мой билет</a>
      <h1>Мои телефоны</h1>
      ${errorSummary(this.failure)}
      ${this.phones ? this.phones.map((phone) => this.#phone(phone)) : this.failure ? nothing : loading()}
      <p class="soft">Билет действует на двух телефонах. Если открыть его на третьем, самый старый отключится.</p>
      <p><a class="button quiet wide" href="#wallets">Билет в кошельке телефона</a></p>
      <div class="help"><p><b>Потеряли телефон?</b> Отключите его здесь. Если других телефонов нет, откройте билет на чужом: нужны номер билета, дата рождения и код, который придёт на вашу почту или телефон.
        Или попросите председателя: «Телефон потерян» в вашей карточке.</p></div>`;
  }

  #phone(phone) {
    return html`<section class="panel">
      <h2>${phone.name} ${phone.isThis ? html`<span class="mark good">✔ Этот телефон</span>` : nothing}</h2>
      <p class="soft">Билет открыт ${when(phone.openedAt)}${phone.seenAt && !phone.isThis ? html`<br />Был на связи ${when(phone.seenAt)}` : nothing}</p>
      ${phone.isThis ? nothing : button(html`Отключить билет<span class="visually-hidden"> на телефоне ${phone.name}</span>`, this.busy, { style: 'quiet wide', onClick: () => this.#end(phone) })}
    </section>`;
  }
}

customElements.define('ticket-phones', TicketPhones);
