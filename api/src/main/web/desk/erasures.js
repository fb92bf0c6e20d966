import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, save, toast } from '../shared/elements.js';
import { day } from '../shared/dates.js';
import { erase, erasureAct, erasureJournal, listErasures } from './register.js';

/** Who withdrew the consent to processing: by when the data is to be destroyed, and the papers that prove it was. */
export class DeskErasures extends Screen {
  static properties = { primary: {}, items: { state: true } };

  willUpdate(changed) {
    if (!changed.has('primary')) return;
    this.items = null;
    this.work(() => this.#load());
  }

  async #load() {
    this.items = (await listErasures(this.primary)).items;
  }

  async #erase(item) {
    const sure = await confirm({
      title: 'Уничтожить данные?',
      text: `${item.name}. Имя, телефоны, билет и история исчезнут навсегда. Вернуть их нельзя. Останутся акт и счёт без имени.`,
      yes: 'Уничтожить навсегда',
      danger: true,
    });
    if (!sure) return;
    this.work(async () => {
      const { number } = await erase(this.primary, item.id);
      toast(`Данные уничтожены. Распечатайте акт № ${number}`);
      await this.#load();
    });
  }

  #file(get, item, name) {
    this.work(async () => save(await get(this.primary, item.id), name));
  }

  render() {
    return html`<a class="button plain back" href="#consents">‹ Согласия</a>
      <h1>Уничтожение данных</h1>
      <p>Согласие на обработку отозвано — данные уничтожают за 30 дней. Акт и выгрузку храните три года.</p>
      ${errorSummary(this.failure)}
      ${this.items ? this.#list() : this.failure ? nothing : loading()}`;
  }

  #list() {
    const due = this.items.filter((item) => !item.done);
    const done = this.items.filter((item) => item.done);
    return html`${due.length ? due.map((item) => this.#due(item)) : html`<div class="panel all-done"><div class="sign" aria-hidden="true">✔</div><p>Уничтожать нечего.</p></div>`}
      ${done.length ? html`<h2>Уничтожено</h2>${done.map((item) => this.#done(item))}` : nothing}`;
  }

  #due(item) {
    return html`<section class="panel"><h2>${item.name}</h2>
      <p>Согласие отозвано ${day(item.withdrawnAt)}. <span class="mark ${item.overdue ? 'bad' : 'warn'}">${item.overdue ? 'Срок прошёл' : 'Срок'} ${day(item.dueOn)}</span></p>
      ${item.waitsFor ? wait(item) : button('Уничтожить данные…', this.busy, { style: 'danger', onClick: () => this.#erase(item) })}</section>`;
  }

  #done(item) {
    return html`<section class="panel"><p><b>Акт № ${item.number}</b> от ${day(item.doneAt)}</p>
      <div class="row">${button('Акт', this.busy, { style: 'quiet', onClick: () => this.#file(erasureAct, item, `Акт ${item.number}.pdf`) })}
        ${button('Выгрузка из журнала', this.busy, { style: 'quiet', onClick: () => this.#file(erasureJournal, item, `Выгрузка к акту ${item.number}.csv`) })}</div></section>`;
  }
}

function wait(item) {
  return item.waitsFor === 'STILL_ON_RECORD'
    ? html`<p>Сначала снимите с учёта.</p><a class="button quiet" href="#person/${item.personId}">Открыть карточку</a>`
    : html`<p>Карта ещё в пути. Когда она придёт, отметьте её сданной.</p><a class="button quiet" href="#hand-out">К картам</a>`;
}

customElements.define('desk-erasures', DeskErasures);
