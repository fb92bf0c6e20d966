import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { time } from '../shared/dates.js';
import { grouped } from '../shared/plural.js';
import { addList, closeList, listLists, printSheet } from './meetings-api.js';

const POLICIES = { REENTRY: 'можно выходить и входить', SINGLE: 'один вход', DAILY: 'один вход в день', MULTI: 'отмечать каждый вход' };
const LINES = 20;

/** The lists of a meeting: the hall, a day, the lunch; and sheets of paper for times without phones. */
export class MeetingLists extends Screen {
  static properties = { meeting: { attribute: false }, items: { state: true }, adding: { state: true } };

  willUpdate(changed) {
    if (changed.has('meeting')) this.work(() => this.#load());
  }

  async #load() {
    this.key = newId();
    this.items = (await listLists(this.meeting.id)).items;
  }

  #add(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const { opensAt, closesAt, kind, id } = this.meeting;
    const list = { name: String(form.get('name')).trim(), kind, opensAt, closesAt, policy: form.get('policy') };
    this.work(async () => {
      this.items = (await addList(id, list, this.key)).items;
      this.key = newId();
      this.adding = false;
      toast('Список добавлен');
    });
  }

  async #close(list) {
    const sure = await confirm({ title: `Закончить регистрацию «${list.name}»?`, text: 'Больше никого не впустят. Отметки с телефонов без связи ещё придут и будут показаны отдельно.', yes: 'Закончить регистрацию', danger: true });
    if (sure) this.work(async () => (this.items = (await closeList(this.meeting.id, list.id)).items));
  }

  #print(list) {
    this.work(async () => save(await printSheet(this.meeting.id, { listId: list.id, door: 'Вход', lines: LINES }, newId()), 'list-regs.pdf'));
  }

  render() {
    if (!this.items) return errorSummary(this.failure) ?? nothing;
    return html`<section class="panel"><h2>Списки</h2>${errorSummary(this.failure)}
      <ul class="last">${this.items.map((list) => this.#line(list))}</ul>
      ${this.adding ? this.#form() : button('Добавить список', false, { style: 'quiet', onClick: () => (this.adding = true) })}</section>`;
  }

  #line(list) {
    const { counters, closedAt } = list;
    return html`<li class="row spread"><span><b>${list.name}</b><br /><small>${POLICIES[list.policy]} · вошли ${grouped(counters.present)}${counters.base ? ` из ${grouped(counters.base)}` : ''}</small></span>
      <span class="row">${button('Лист на бумаге', this.busy, { style: 'plain', onClick: () => this.#print(list) })}
      ${closedAt ? html`<span class="mark">закончена в ${time(closedAt, this.meeting.zone)}</span>` : button('Закончить', this.busy, { style: 'plain', onClick: () => this.#close(list) })}</span></li>`;
  }

  #form() {
    return html`<form novalidate @submit=${this.#add}>
      ${field({ label: 'Название списка', name: 'name', hint: 'Например, Обед' })}
      <fieldset><legend>Повторный вход</legend>${Object.entries(POLICIES).map(([policy, words]) => html`<label class="tick"><input type="radio" name="policy" value=${policy} ?checked=${policy === 'REENTRY'} />${words}</label>`)}</fieldset>
      <div class="row">${button('Добавить', this.busy)}${button('Не добавлять', false, { style: 'quiet', onClick: () => (this.adding = false) })}</div></form>`;
  }
}

customElements.define('meeting-lists', MeetingLists);
