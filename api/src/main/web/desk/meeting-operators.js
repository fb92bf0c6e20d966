import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { endOperator, listOperators, nameOperator } from './meetings-api.js';

/** Who holds the phones at the doors, in turn: a pin for each, shown once. */
export class MeetingOperators extends Screen {
  static properties = { meetingId: {}, items: { state: true }, named: { state: true } };

  willUpdate(changed) {
    if (changed.has('meetingId')) this.work(() => this.#load());
  }

  async #load() {
    this.key = newId();
    this.items = (await listOperators(this.meetingId)).items.filter((one) => !one.endedAt);
  }

  #add(event) {
    event.preventDefault();
    const written = event.target.elements.operator;
    const name = written.value.trim();
    this.work(async () => {
      this.named = await nameOperator(this.meetingId, name, this.key);
      written.value = '';
      await this.#load();
    });
  }

  #end(operator) {
    this.work(async () => {
      await endOperator(this.meetingId, operator.id);
      toast(`Код больше не действует: ${operator.name}`);
      await this.#load();
    });
  }

  render() {
    if (!this.items) return errorSummary(this.failure) ?? nothing;
    return html`<form class="panel" novalidate @submit=${this.#add}><h2>Кто сканирует</h2>${errorSummary(this.failure)}
      <p class="soft">Если телефон один на нескольких: у каждого свой код, и видно, чьи это отметки.</p>
      ${this.named ? html`<p class="notice" role="status">${this.named.name}: код <b class="code">${this.named.pin}</b>. Он показан один раз.</p>` : nothing}
      ${this.items.length ? html`<ul class="last">${this.items.map((one) => html`<li class="row spread"><span>${one.name}</span>${button('Закончить', this.busy, { style: 'plain', onClick: () => this.#end(one) })}</li>`)}</ul>` : nothing}
      ${field({ label: 'Имя', name: 'operator', hint: 'Например, Ольга С.' })}
      ${button('Выдать код', this.busy, { style: 'quiet wide' })}</form>`;
  }
}

customElements.define('meeting-operators', MeetingOperators);
