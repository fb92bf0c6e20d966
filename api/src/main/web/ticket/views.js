import { html, nothing } from 'lit';
import { Screen, errorSummary, loading } from '../shared/elements.js';
import { day, time } from '../shared/dates.js';
import { listViews } from './member.js';

const WHY = {
  OFFICE: 'ведёт учёт вашей первички',
  DELEGATION: 'ведёт учёт по поручению вашей первички',
};

/** «Кто видел мои данные»: who opened the record, from where, why, and when. */
export class TicketViews extends Screen {
  static properties = { lines: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.work(async () => (this.lines = await listViews()));
  }

  render() {
    return html`
      <a class="button plain back" href="#">‹ Мой билет</a>
      <h1>Кто видел мои данные</h1>
      ${errorSummary(this.failure)}
      ${this.lines ? this.#list() : this.failure ? nothing : loading()}
      <p class="soft">Список членов ведут председатель и ответственный за учёт вашей первички. Выше списки не передаются: там видят только числа. Если просмотр кажется лишним, спросите председателя.</p>`;
  }

  #list() {
    if (this.lines.length === 0) return html`<p class="panel empty">Вашу запись ещё никто не открывал.</p>`;
    return this.lines.map((line) => html`<section class="panel view">
      <p><b>${line.viewer}</b><br /><span class="soft">${line.organisation}</span></p>
      <p>${line.basis === 'REASON' ? html`Причина: «${line.reason}»` : WHY[line.basis] ?? line.basis}</p>
      <p class="soft">${day(line.day)}, ${time(line.lastAt)}${line.times > 1 ? html` · за день открывали: ${line.times}` : nothing}</p>
    </section>`);
  }
}

customElements.define('ticket-views', TicketViews);
