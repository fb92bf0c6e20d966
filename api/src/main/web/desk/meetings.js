import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, time, today } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { createMeeting, listMeetings } from './register.js';
import { everyoneExcept } from './everyone-except.js';
import { listEverybody } from './everybody.js';
import { isPrimary } from './session.js';
import { fullName } from './words.js';

const LENGTH = 3 * 3_600_000;

/** Meetings of the organisation, and a new one. */
export class DeskMeetings extends Screen {
  static properties = { organisation: {}, meetings: { state: true }, making: { state: true }, people: { state: true } };

  willUpdate(changed) {
    if (!changed.has('organisation')) return;
    this.kind = isPrimary() ? 'INVITED' : 'OPEN';
    this.work(async () => {
      this.meetings = (await listMeetings(this.organisation)).items;
    });
  }

  #start() {
    this.making = true;
    this.key = newId();
    this.left = new Set();
    if (this.kind === 'INVITED') this.#loadPeople();
  }

  #loadPeople() {
    return this.work(async () => {
      this.people ??= await listEverybody(this.organisation);
    });
  }

  #create(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const opensAt = new Date(`${form.get('day')}T${form.get('from')}`);
    const sameDay = new Date(`${form.get('day')}T${form.get('to')}`);
    const closesAt = sameDay > opensAt ? sameDay : new Date(opensAt.getTime() + LENGTH);
    const invited = this.kind === 'INVITED' ? this.people.filter((one) => !this.left.has(one.personId)).map((one) => one.personId) : [];
    const title = String(form.get('title')).trim();
    this.work(async () => {
      const meeting = { title, kind: this.kind, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), zone: null, policy: null, invited };
      const made = await createMeeting(this.organisation, meeting, this.key);
      toast('Мероприятие создано');
      location.hash = `meetings/${made.id}`;
    });
  }

  #choose(kind) {
    this.kind = kind;
    if (kind === 'INVITED') this.#loadPeople();
    this.requestUpdate();
  }

  render() {
    return html`<div class="head"><h1>Мероприятия</h1>${this.making ? nothing : button('Новое мероприятие', false, { onClick: () => this.#start() })}</div>
      ${errorSummary(this.failure)} ${this.making ? this.#form() : nothing}
      ${!this.meetings ? (this.failure ? nothing : loading()) : this.meetings.length ? html`<ul class="list">${this.meetings.map((one) => line(one))}</ul>` : this.making ? nothing : html`<p class="panel empty">Мероприятий пока нет. Создайте первое: волонтёры отметят вошедших по билетам, явка посчитается сама.</p>`}`;
  }

  #form() {
    const invited = this.people ? this.people.length - this.left.size : 0;
    return html`<form class="narrow" novalidate @submit=${this.#create}>
      <div class="panel">
        <h2>Новое мероприятие</h2>
        ${field({ label: 'Название', name: 'title', hint: 'Например, Профсоюзное собрание' })}
        ${field({ label: 'День', name: 'day', type: 'date', value: today() })}
        ${field({ label: 'Пускать с', name: 'from', type: 'time', value: '00:00' })}
        ${field({ label: 'Пускать до', name: 'to', type: 'time', value: '23:59' })}
        <fieldset><legend>Кого пускать</legend>
          ${isPrimary() ? html`<label class="tick"><input type="radio" name="kind" .checked=${this.kind === 'INVITED'} @change=${() => this.#choose('INVITED')} />Членов этой организации, по списку</label>` : nothing}
          <label class="tick"><input type="radio" name="kind" .checked=${this.kind === 'OPEN'} @change=${() => this.#choose('OPEN')} />Любого члена Профсоюза</label></fieldset>
      </div>
      ${this.kind === 'INVITED' && this.people
        ? html`<details class="panel"><summary>Приглашены: ${plural(invited, 'person')}</summary>${everyoneExcept({ people: this.people.map((one) => ({ id: one.personId, name: fullName(one) })), left: this.left, what: 'Кто приглашён', change: () => this.requestUpdate() })}</details>`
        : nothing}
      <div class="row">${button('Создать мероприятие', this.busy, { disabled: this.kind === 'INVITED' && invited === 0 })}${button('Не создавать', false, { style: 'quiet', onClick: () => (this.making = false) })}</div><br />
    </form>`;
  }
}

function line(meeting) {
  return html`<li><a href="#meetings/${meeting.id}"><span class="grow"><b>${meeting.title}</b><span>${day(meeting.opensAt)}, ${time(meeting.opensAt, meeting.zone)}–${time(meeting.closesAt, meeting.zone)}</span></span><span class="mark">вошли ${meeting.present}</span></a></li>`;
}

customElements.define('desk-meetings', DeskMeetings);
