import { html, nothing } from 'lit';
import { Screen, errorSummary, loading } from '../shared/elements.js';
import { phone } from '../shared/numbers.js';
import { plural } from '../shared/plural.js';
import { showPrimary } from './register.js';
import { taskWords } from './words.js';

/** «Сделать сейчас»: each line is one piece of work; what is done is not there. */
export class DeskHome extends Screen {
  static properties = { primary: {}, overview: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.#load();
  }

  #load() {
    this.overview = null;
    return this.work(async () => {
      this.overview = await showPrimary(this.primary);
    });
  }

  render() {
    const { overview } = this;
    if (!overview) return this.failure ? errorSummary(this.failure) : loading();
    return html`
      <div class="head"><div><h1>${overview.name}</h1><p>ИНПО ${overview.inpo} · ${plural(overview.people, 'person')} на учёте</p></div></div>
      <div class="columns">
        <section aria-labelledby="now">
          <h2 id="now">Сделать сейчас</h2>
          ${overview.toDo.length ? html`<ul class="list">${overview.toDo.map((task) => line(taskWords(task)))}</ul>` : allDone()}
        </section>
        <aside class="no-print">
          <h2>Ещё</h2>
          <ul class="list">
            <li><a href="#people"><span class="grow"><b>Люди</b></span></a></li>
            <li><a href="#transfers"><span class="grow"><b>Переводы и совместители</b></span></a></li>
            <li><a href="#duplicates"><span class="grow"><b>Возможные двойники</b></span></a></li>
            <li><a href="#on-day"><span class="grow"><b>Как было на дату</b></span></a></li>
            <li><a href="#load"><span class="grow"><b>Загрузить список</b></span></a></li>
            <li><a href="#consents"><span class="grow"><b>Согласия и бланки</b></span></a></li>
            <li><a href="#order"><span class="grow"><b>Заявка на билеты</b></span></a></li>
            <li><a href="#delegation"><span class="grow"><b>Поручить учёт</b></span></a></li>
            <li><a href="#meetings"><span class="grow"><b>Мероприятия</b></span></a></li>
          </ul>
        </aside>
      </div>
      ${helpLine(overview)}`;
  }
}

function line({ href, name, note, count }) {
  return html`<li><a href=${href}>${count === null ? nothing : html`<span class="count" aria-hidden="true">${count}</span>`}<span class="grow"><b>${name}</b><span>${note}</span></span></a></li>`;
}

function allDone() {
  return html`<div class="panel all-done"><div class="sign" aria-hidden="true">✔</div><h3>Всё сделано</h3><p class="soft">Новые дела появятся здесь сами.</p></div>`;
}

export function helpLine(overview) {
  if (!overview.helpOrganisation && !overview.helpPhone) return nothing;
  return html`<p class="help">Помощь: ${overview.helpOrganisation ?? ''} ${overview.helpPhone ? html`<a href="tel:${overview.helpPhone}">☎ ${phone(overview.helpPhone)}</a>` : nothing}</p>`;
}

customElements.define('desk-home', DeskHome);
