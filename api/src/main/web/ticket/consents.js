import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, save, toast } from '../shared/elements.js';
import { day, when } from '../shared/dates.js';
import { CHANNELS, readAndAgree } from './agree.js';
import { consentHistory, listConsents, myData, myDataOnPaper, withdraw } from './member.js';

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

const STATES = { GIVEN: 'Дано', REFUSED: 'Отказ', WITHDRAWN: 'Отозвано', UNKNOWN: 'Прекращено' };
const CAUSES = { PHONE_CHANGED: 'сменился номер телефона', TEXT_REPLACED: 'сменился текст согласия', LIST_UNDONE: 'список загрузили по ошибке' };
const FORMS = { PAPER: 'на бумаге', ELECTRONIC: 'в билете' };

/** Every purpose and channel with its date and history; withdrawing takes two taps and acts at once. */
export class TicketConsents extends Screen {
  static properties = { consents: { state: true }, history: { state: true }, texts: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  #load() {
    return this.work(async () => {
      this.consents = await listConsents();
      this.history = await consentHistory();
    });
  }

  #agree({ channel }) {
    return this.work(async () => {
      const lines = await readAndAgree(channel);
      if (!lines) return;
      this.consents = lines;
      this.history = await consentHistory();
      toast('Согласие дано');
    });
  }

  async #withdraw(consent) {
    const what = consent.channel ? `${TITLES[consent.purpose]}: ${CHANNELS[consent.channel] ?? consent.channel}` : TITLES[consent.purpose];
    const sure = await confirm({ title: 'Отозвать согласие?', text: `${what}. ${WHAT_FOLLOWS[consent.purpose] ?? ''}`, yes: 'Отозвать согласие', danger: true });
    if (!sure) return;
    await this.work(async () => {
      this.consents = await withdraw(consent);
      this.history = await consentHistory();
      toast('Согласие отозвано. Это уже действует');
    });
  }

  #copy(get, name) {
    return this.work(async () => save(await get(), name));
  }

  render() {
    return html`
      <a class="button plain back" href="#">‹ Мой билет</a>
      <h1>Мои согласия</h1>
      ${errorSummary(this.failure)}
      ${this.consents ? this.#purposes() : this.failure ? nothing : loading()}
      <p class="soft">Первые два согласия дают на бумаге у председателя. Отозвать можно здесь, в любой момент.</p>
      ${this.history?.length ? html`<details class="panel"><summary>Как менялись мои согласия</summary><ul class="history">${this.history.map(past)}</ul></details>` : nothing}
      <section class="panel"><h2>Мои данные</h2>
        <p class="soft">Всё, что о вас хранится: учёт, согласия, карты, сообщения.</p>
        ${button('Получить копию моих данных', this.busy, { style: 'wide', onClick: () => this.#copy(myDataOnPaper, 'Мои данные.pdf') })}
        ${button('Та же копия для программ (JSON)', this.busy, { style: 'plain', onClick: () => this.#copy(myData, 'Мои данные.json') })}
      </section>`;
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

function past(one) {
  const channel = one.channel ? `: ${CHANNELS[one.channel] ?? one.channel}` : '';
  const how = one.cause ? CAUSES[one.cause] ?? one.cause : one.evidence === 'LINK' ? 'по ссылке из письма' : FORMS[one.form] ?? one.form;
  return html`<li><b>${TITLES[one.purpose] ?? one.purpose}${channel}</b><br />${STATES[one.state] ?? one.state} ${day(one.signedOn)}, ${how}<br />
    <small class="soft">Записано ${when(one.recordedAt)}, текст ${one.textVersion}</small></li>`;
}

customElements.define('ticket-consents', TicketConsents);
