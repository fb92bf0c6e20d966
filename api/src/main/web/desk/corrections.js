import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { day, when } from '../shared/dates.js';
import { acceptCorrection, declineCorrection, listCorrections } from './register.js';

/** What members say is wrong in their records. */
export class DeskCorrections extends Screen {
  static properties = { primary: {}, corrections: { state: true }, declining: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#load());
  }

  async #load() {
    this.corrections = await listCorrections(this.primary);
    this.declining = null;
  }

  #do(act, said) {
    return this.work(async () => {
      await act();
      toast(said);
      await this.#load();
    });
  }

  #decline(event, correction) {
    event.preventDefault();
    const reason = String(new FormData(event.target).get('reason')).trim();
    if (reason) this.#do(() => declineCorrection(this.primary, correction.id, reason), 'Ответ отправлен');
  }

  render() {
    const { corrections } = this;
    return html`<a class="button plain back" href="#people">‹ Люди</a><h1>Исправления от членов Профсоюза</h1>
      ${errorSummary(this.failure)}
      ${corrections ? (corrections.length ? corrections.map((one) => this.#one(one)) : html`<p class="panel empty">Всё разобрано.</p>`) : this.failure ? nothing : loading()}`;
  }

  #one(correction) {
    return html`<section class="panel narrow"><h2><a href="#person/${correction.personId}">${correction.personName}</a></h2>
      ${correction.changes.length ? html`<ul class="last">${correction.changes.map((one) => html`<li>${one.title}: <span class="was">${said(one.field, one.before)}</span> → <b>${said(one.field, one.after)}</b></li>`)}</ul>` : nothing}
      ${correction.note ? html`<p>«${correction.note}»</p>` : nothing}
      <p><small>${when(correction.proposedAt)}</small></p>
      ${this.declining === correction.id
        ? html`<form novalidate @submit=${(event) => this.#decline(event, correction)}>${field({ label: 'Почему нет', name: 'reason', hint: 'Прочтёт тот, кто написал' })}
            <div class="row">${button('Отклонить', this.busy, { style: 'danger' })}${button('Не отклонять', false, { style: 'quiet', onClick: () => (this.declining = null) })}</div></form>`
        : html`<div class="row">${button(correction.changes.length ? 'Принять' : 'Прочитано', this.busy, { onClick: () => this.#do(() => acceptCorrection(this.primary, correction.id), 'Записано в карточку') })}${button('Отклонить…', false, { style: 'quiet', onClick: () => (this.declining = correction.id) })}</div>`}
    </section>`;
  }
}

const EDUCATION = { BASIC: 'основное', SECONDARY: 'среднее', VOCATIONAL: 'среднее профессиональное', HIGHER: 'высшее', PHD_ETC: 'учёная степень' };

function said(field, value) {
  if (!value) return 'пусто';
  return field === 'BIRTH_DATE' ? day(value) : field === 'EDUCATION' ? EDUCATION[value] ?? value : value;
}

customElements.define('desk-corrections', DeskCorrections);
