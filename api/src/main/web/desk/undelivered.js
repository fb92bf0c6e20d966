import { html, nothing } from 'lit';
import { when } from '../shared/dates.js';
import { Screen, button, errorSummary, loading, toast } from '../shared/elements.js';
import { plural } from '../shared/plural.js';
import { api } from './session.js';
import { CHANNELS, STATES, why } from './undelivered-words.js';

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

customElements.define('office-undelivered', OfficeUndelivered);
