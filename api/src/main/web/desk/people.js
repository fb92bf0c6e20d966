import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save } from '../shared/elements.js';
import { inFours } from '../shared/numbers.js';
import { exportMembers, listMembers } from './register.js';
import { fullName } from './words.js';

const PAUSE = 250;

/** Who is on record, by surname; search by its beginning. */
export class DeskPeople extends Screen {
  static properties = { primary: {}, people: { state: true } };

  willUpdate(changed) {
    if (!changed.has('primary')) return;
    this.text = '';
    this.work(() => this.#find());
  }

  /** Only the answer to the last question is shown, whichever comes first. */
  async #find(cursor) {
    const asked = this.text;
    const page = await listMembers(this.primary, { text: asked, cursor });
    if (asked !== this.text) return;
    this.people = cursor ? [...this.people, ...page.members] : page.members;
    this.next = page.nextCursor;
  }

  #type(event) {
    this.text = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      try {
        await this.#find();
        this.failure = null;
      } catch (failure) {
        this.failure = failure;
      }
      this.requestUpdate();
    }, PAUSE);
  }

  render() {
    return html`
      <div class="head"><h1>Люди</h1><div class="row"><a class="button quiet" href="#new-person">Добавить человека</a><a class="button" href="#load">Загрузить список</a></div></div>
      <p>${button('Выгрузить список в Excel', this.busy, { style: 'plain', onClick: () => this.work(async () => save(await exportMembers(this.primary), 'Список членов Профсоюза.xlsx')) })}</p>
      <p class="row"><a href="#transfers">Переводы и совместители</a><a href="#corrections">Исправления от людей</a><a href="#duplicates">Возможные двойники</a><a href="#on-day">Как было на дату</a></p>
      <div class="search"><label for="query">Найти по фамилии</label><input id="query" type="search" autocomplete="off" @input=${this.#type} /></div>
      ${errorSummary(this.failure)}
      ${this.people ? this.#list() : this.failure ? nothing : loading()}`;
  }

  #list() {
    if (this.people.length === 0) return html`<p class="panel empty">${this.text ? 'Никого не нашли. Проверьте, как пишется фамилия, или введите только её начало.' : html`Пока никого нет. <a href="#load">Загрузите список</a> из Excel или добавьте людей по одному.`}</p>`;
    return html`<ul class="list">${this.people.map((person) => line(person))}</ul>
      ${this.next ? html`<p>${button('Показать ещё', this.busy, { style: 'quiet', onClick: () => this.work(() => this.#find(this.next)) })}</p>` : nothing}`;
  }
}

function line(person) {
  return html`<li><a href="#person/${person.id}"><span class="grow"><b>${fullName(person)}</b><span class="number">${inFours(person.ticketNumber)}${person.position ? ` · ${person.position}` : ''}</span></span></a></li>`;
}

customElements.define('desk-people', DeskPeople);
