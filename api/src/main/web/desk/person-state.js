import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { today } from '../shared/dates.js';
import { changeState, listUnits, showMember } from './register.js';
import { CATEGORIES, ROLES, SUSPENDED, fullName } from './words.js';

/** Unit, position, union roles, a leave: what is different from a day on. */
export class DeskPersonState extends Screen {
  static properties = { primary: {}, person: {}, member: { state: true }, category: { state: true }, from: { state: true } };

  willUpdate(changed) {
    if (!changed.has('person')) return;
    this.from = today();
    this.work(async () => {
      [this.member, this.units] = await Promise.all([showMember(this.primary, this.person), listUnits(this.primary)]);
      this.category = this.member.category;
    });
  }

  #save(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = (/** @type {string} */ name) => String(form.get(name) ?? '').trim() || null;
    const state = {
      category: this.category, engagement: this.member.engagement, unit: text('unit'), position: text('position'),
      unionRoles: form.getAll('role'), suspendedUntil: text('suspendedUntil'), from: this.from, reason: text('reason'),
    };
    this.work(async () => {
      await changeState(this.primary, this.person, state);
      toast('Записано');
      location.hash = `person/${this.person}`;
    });
  }

  render() {
    return html`<a class="button plain back" href="#person/${this.person}">‹ Карточка</a>
      ${this.member ? this.#form(this.member) : html`${errorSummary(this.failure)}${this.failure ? nothing : loading()}`}`;
  }

  #form(member) {
    return html`<h1>${fullName(member)}</h1>${errorSummary(this.failure)}
      <form class="panel narrow" novalidate @submit=${this.#save}>
        <h2>Что изменилось</h2>
        ${field({ label: 'С какого дня', name: 'from', type: 'date', value: this.from, max: today(), onInput: (event) => (this.from = event.target.value) })}
        ${this.from < today() ? field({ label: 'Почему записываете поздно', name: 'reason', hint: 'Останется в истории, например «Приказ принесли сегодня»' }) : nothing}
        <div class="field"><label for="category">Кто</label><select id="category" @change=${(event) => (this.category = event.target.value)}>
          ${Object.entries(CATEGORIES).map(([code, name]) => html`<option value=${code} ?selected=${code === this.category}>${name}</option>`)}</select></div>
        ${SUSPENDED.includes(this.category) ? field({ label: 'До какого дня', name: 'suspendedUntil', type: 'date', value: member.suspendedUntil }) : nothing}
        <div class="field"><label for="unit">Подразделение</label><input id="unit" name="unit" list="units" autocomplete="off" .value=${member.unit ?? ''} />
          <datalist id="units">${this.units.map((unit) => html`<option value=${unit.name}></option>`)}</datalist></div>
        ${field({ label: 'Должность', name: 'position', value: member.position ?? '', required: false })}
        <fieldset><legend>В Профсоюзе</legend>${Object.entries(ROLES).map(([code, name]) => html`<label class="tick"><input type="checkbox" name="role" value=${code} ?checked=${member.unionRoles.includes(code)} />${name}</label>`)}</fieldset>
        ${button('Записать', this.busy)}
      </form>`;
  }
}

customElements.define('desk-person-state', DeskPersonState);
