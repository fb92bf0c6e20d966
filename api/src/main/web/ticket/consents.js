import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, toast } from '../shared/elements.js';
import { day } from '../shared/dates.js';
import { agreeTo, listConsents, withdraw } from './member.js';

const CHANNELS = { SMS: 'СМС', PUSH: 'Сообщения на телефон', EMAIL: 'Электронная почта' };
const TITLES = {
  UNION_PROCESSING: 'Обработка данных Профсоюзом',
  PARTNER: 'Передача в бонусную программу',
  MESSAGES: 'Сообщения от Профсоюза',
};
const WHAT_FOLLOWS = {
  UNION_PROCESSING: 'Новых карт и заявок не будет, пока согласие не дано снова. Членство само по себе не прекращается: поговорите с председателем.',
  PARTNER: 'Ваши данные больше не передаются бонусной программе. На билет это не влияет.',
  MESSAGES: 'Сообщения по этому каналу приходить не будут. На билет это не влияет.',
};

/** Every purpose and channel with its date; withdrawing takes two taps and acts at once. */
export class TicketConsents extends Screen {
  static properties = { consents: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  #load() {
    return this.work(async () => {
      this.consents = await listConsents();
    });
  }

  #agree(consent) {
    return this.work(async () => {
      this.consents = await agreeTo(consent.channel);
      toast('Согласие дано');
    });
  }

  async #withdraw(consent) {
    const what = consent.channel ? `${TITLES[consent.purpose]}: ${CHANNELS[consent.channel] ?? consent.channel}` : TITLES[consent.purpose];
    const sure = await confirm({ title: 'Отозвать согласие?', text: `${what}. ${WHAT_FOLLOWS[consent.purpose] ?? ''}`, yes: 'Отозвать согласие', danger: true });
    if (!sure) return;
    await this.work(async () => {
      this.consents = await withdraw(consent);
      toast('Согласие отозвано. Это уже действует');
    });
  }

  render() {
    return html`
      <a class="button plain back" href="#">‹ Мой билет</a>
      <h1>Мои согласия</h1>
      ${errorSummary(this.failure)}
      ${this.consents ? this.#purposes() : this.failure ? nothing : loading()}
      <p class="soft">Первые два согласия дают на бумаге у председателя. Отозвать можно здесь, в любой момент.</p>`;
  }

  #purposes() {
    return Object.keys(TITLES).map((purpose) => {
      const lines = this.consents.filter((consent) => consent.purpose === purpose);
      return html`<section class="panel purpose">
        <h2>${TITLES[purpose]}</h2>
        ${lines.map((consent) => this.#line(consent))}
      </section>`;
    });
  }

  #line(consent) {
    const given = consent.state === 'GIVEN';
    const words = given
      ? html`✔ Дано ${day(consent.signedOn)}${consent.form === 'PAPER' ? ' на бумаге' : ''}`
      : consent.state === 'WITHDRAWN' ? html`✖ Отозвано ${day(consent.signedOn)}` : consent.state === 'REFUSED' ? html`✖ Отказ ${day(consent.signedOn)}` : html`✖ Не дано`;
    const name = consent.channel ? CHANNELS[consent.channel] ?? consent.channel : '';
    return html`<div class="channel">
      <span>${name ? html`<b>${name}</b><br />` : nothing}<span class="soft">${words}</span></span>
      ${given
        ? button(html`Отозвать<span class="visually-hidden"> ${name || TITLES[consent.purpose]}</span>`, this.busy, { style: 'quiet', onClick: () => this.#withdraw(consent) })
        : consent.channel ? button(html`Согласиться<span class="visually-hidden"> ${name}</span>`, this.busy, { style: 'quiet', onClick: () => this.#agree(consent) }) : nothing}
    </div>`;
  }
}

customElements.define('ticket-consents', TicketConsents);
