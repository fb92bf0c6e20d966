import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, when } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { listDuplicates, listMerges, mergePersons, sayDistinct, undoMerge } from './register.js';
import { fullName } from './words.js';

/** Records that may be one human, in pairs, and what was merged. */
export class DeskDuplicates extends Screen {
  static properties = { primary: {}, pairs: { state: true }, merges: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#load());
  }

  async #load() {
    [this.pairs, this.merges] = await Promise.all([listDuplicates(this.primary), listMerges(this.primary)]);
  }

  #do(act, said) {
    return this.work(async () => {
      await act();
      toast(said);
      await this.#load();
    });
  }

  async #merge(stays, goes) {
    const sure = await confirm({
      title: 'Это один человек?',
      text: `Останется билет ${inFours(stays.ticketNumber)}. Билет ${inFours(goes.ticketNumber)} перестанет действовать, его карту заберите. Разделить записи можно будет здесь же.`,
      yes: 'Объединить',
    });
    if (sure) this.#do(() => mergePersons(this.primary, stays.personId, goes.personId, newId()), 'Записи объединены');
  }

  render() {
    return html`<a class="button plain back" href="#people">‹ Люди</a><h1>Возможные двойники</h1>
      ${errorSummary(this.failure)}
      ${this.pairs ? html`${this.#pairs()}${this.#merged()}` : this.failure ? nothing : loading()}`;
  }

  #pairs() {
    if (!this.pairs.length) return html`<p class="panel empty">Похожих записей нет.</p>`;
    return this.pairs.map(({ one, other }) => html`<section class="panel narrow"><p>Похожи имя и дата рождения. Какую запись оставить?</p>
      <div class="stack">${this.#side(one, other)}${this.#side(other, one)}
        ${button('Это разные люди', this.busy, { style: 'plain', onClick: () => this.#do(() => sayDistinct(this.primary, one.personId, other.personId), 'Больше не покажем') })}</div></section>`);
  }

  #side(stays, goes) {
    return html`<div><p><a href="#person/${stays.personId}"><b>${fullName(stays)}</b></a>, ${day(stays.birthDate)}<br />
      <span class="number">Билет ${inFours(stays.ticketNumber)}</span>${stays.onRecord ? nothing : ' · снят с учёта'}</p>
      ${button('Оставить эту', this.busy, { style: 'quiet', onClick: () => this.#merge(stays, goes) })}</div>`;
  }

  #merged() {
    if (!this.merges.length) return nothing;
    return html`<h2>Объединённые</h2><ul class="list">${this.merges.map((merge) => html`<li><div class="line"><span class="grow"><b>${fullName(merge)}</b>
      <span class="number">${inFours(merge.mergedTicketNumber)} → ${inFours(merge.ticketNumber)}, ${when(merge.mergedAt)}</span></span>
      ${merge.undoneAt ? html`<span class="mark">Разделены</span>` : nothing}</div>
      ${merge.undoneAt ? nothing : button('Разделить', this.busy, { style: 'plain', onClick: () => this.#do(() => undoMerge(this.primary, merge.id), 'Записи снова разные') })}</li>`)}</ul>`;
  }
}

customElements.define('desk-duplicates', DeskDuplicates);
