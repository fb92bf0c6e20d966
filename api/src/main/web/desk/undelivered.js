import { html, nothing } from 'lit';
import { when } from '../shared/dates.js';
import { Screen, button, errorSummary, loading, toast } from '../shared/elements.js';
import { plural } from '../shared/plural.js';
import { api } from './session.js';

const CHANNELS = { PUSH: 'Уведомления на телефон', EMAIL: 'Письма', SMS: 'СМС' };
const STATES = {
  DEAD: 'Не приняты',
  UNCERTAIN: 'Неизвестно, дошли ли',
  BOUNCED: 'Вернулись',
};

/** Messages that did not arrive, by reason: how many, why, and once more when the reason is mended. */
export class OfficeUndelivered extends Screen {
  static properties = { organisation: {}, lines: { state: true }, asking: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(() => this.#load());
  }

  get #path() {
    return `/v1/office/organisations/${this.organisation}/undelivered`;
  }

  async #load() {
    this.lines = await api.get(this.#path);
    this.asking = null;
  }

  #again(reason) {
    this.work(async () => {
      const { messages } = await api.post(`${this.#path}/again`, reason);
      toast(`Ждут отправки: ${plural(messages, 'message')}`);
      await this.#load();
    });
  }

  render() {
    const { lines } = this;
    return html`<h1>Не дошло</h1>
      <p>Сообщения за 30 дней, которые не дошли и больше не отправляются. Имён здесь нет. Устраните причину и отправьте ещё раз: согласие каждого проверится заново.</p>
      ${errorSummary(this.failure)}
      ${lines
        ? lines.length ? lines.map((line) => this.#one(line)) : html`<p class="panel empty">Всё дошло.</p>`
        : this.failure ? nothing : loading()}`;
  }

  #one(line) {
    const { channel, state, error } = line.reason;
    return html`<section class="panel narrow"><h2>${CHANNELS[channel]}</h2>
      <p><span class="mark warn">${plural(line.messages, 'message')}</span> ${STATES[state]}</p>
      <p>${why(error)} <span class="soft">${error}</span></p>
      <p class="soft">Первое: ${when(line.oldest)}. Последнее: ${when(line.newest)}</p>
      ${this.asking === line ? this.#question(line) : button('Отправить ещё раз', this.busy, { style: 'quiet', onClick: () => (this.asking = line) })}
    </section>`;
  }

  #question(line) {
    const mayArriveTwice = line.reason.state === 'UNCERTAIN';
    return html`<p class=${mayArriveTwice ? 'notice warn' : 'notice'}>${mayArriveTwice
        ? 'Кто-то может получить сообщение второй раз. Отправить всё равно?'
        : 'Причина устранена? Иначе они не дойдут снова.'}</p>
      <div class="row">${button(`Отправить ${plural(line.messages, 'message')}`, this.busy, { onClick: () => this.#again(line.reason) })}
        ${button('Не отправлять', false, { style: 'quiet', onClick: () => (this.asking = null) })}</div>`;
  }
}

/** @param {string} error the code of an attempt */
export function why(error) {
  if (/^SMTP_5\d\d_5\.7/.test(error)) return 'Почтовый сервер считает письма нежелательными. Проверьте подпись DKIM и записи SPF и DMARC.';
  if (/5\.2\.2/.test(error)) return 'Почтовые ящики переполнены.';
  if (/^SMTP_5\d\d(_5\.1|_5\.4|$)|^SMPP_0xb$|UNREGISTERED|HTTP_4(04|10)/.test(error)) return 'Таких адресов больше нет. Попросите первички уточнить контакты.';
  if (/^(NO_ANSWER|LINE_BROKEN|LIMIT|SENDER_DIED|PART_OF_IT_SENT|UNEXPECTED|UNKNOWN)/.test(error)) return 'Оператор не подтвердил приём: связь прервалась. Спросите у оператора, дошли ли.';
  if (/^(TOO_LONG|NOT_WRITABLE)/.test(error)) return 'Адрес или текст записан с ошибкой.';
  return 'Оператор не принял сообщения. Узнайте у него, что значит код.';
}

customElements.define('office-undelivered', OfficeUndelivered);
