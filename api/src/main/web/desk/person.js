import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, save, toast } from '../shared/elements.js';
import { day, today, when } from '../shared/dates.js';
import { inFours, phone } from '../shared/numbers.js';
import { endMembership, makePaperCard, memberData, paperCard, revokePhones, showMember, undoEnd, withdrawConsent } from './register.js';
import { CATEGORIES, CHANNELS, CONSENT_STATES, END_REASONS, OFF_RECORD, PURPOSES, ROLES, cardMark, fullName } from './words.js';

/** One member: what is on record, consents, card, the phone. */
export class DeskPerson extends Screen {
  static properties = { primary: {}, person: {}, found: { state: true }, ending: { state: true } };

  willUpdate(changed) {
    if (!changed.has('person')) return;
    this.found = null;
    this.ending = false;
    this.work(() => this.#load());
  }

  async #load() {
    this.found = await showMember(this.primary, this.person);
  }

  async #revoke() {
    const sure = await confirm({ title: 'Телефон потерян?', text: 'Билет на всех телефонах этого человека перестанет действовать. Новый листок вернёт его.', yes: 'Отключить телефоны', danger: true });
    if (!sure) return;
    this.work(async () => {
      await revokePhones(this.primary, this.person);
      toast('Телефоны отключены');
    });
  }

  /** For who has no phone: a card at once, to cut out. */
  #paper() {
    this.work(async () => {
      const made = await makePaperCard(this.primary, this.person);
      save(await paperCard(this.primary, made.id), 'Билет на бумаге.pdf');
      await this.#load();
    });
  }

  async #withdraw({ purpose, channel }) {
    const sure = await confirm({ title: 'Отозвать по заявлению?', text: `${PURPOSES[purpose]}. Действует сразу. Заявление храните в профкоме.`, yes: 'Отозвать согласие', danger: true });
    if (!sure) return;
    this.work(async () => {
      await withdrawConsent(this.primary, { personId: this.person, purpose, channels: CHANNELS[channel] ? [channel] : [], signedOn: today() });
      toast('Согласие отозвано');
      await this.#load();
    });
  }

  #copy() {
    this.work(async () => save(await memberData(this.primary, this.person), 'Копия данных.pdf'));
  }

  #end(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.work(async () => {
      await endMembership(this.primary, this.person, { on: form.get('on'), reason: form.get('reason') });
      toast('Снято с учёта');
      this.ending = false;
      await this.#load();
    });
  }

  async #undoEnd() {
    const sure = await confirm({ title: 'Вернуть на учёт?', text: 'Учёт продолжится без перерыва, как будто его не прекращали. Билет на телефоне вернёт новый листок.', yes: 'Вернуть на учёт' });
    if (!sure) return;
    this.work(async () => {
      this.found = await undoEnd(this.primary, this.person);
      toast('Снова на учёте');
    });
  }

  render() {
    const { found } = this;
    return html`<a class="button plain back" href="#people">‹ Люди</a>
      ${errorSummary(this.failure)}
      ${found ? this.#card(found) : this.failure ? nothing : loading()}`;
  }

  #card(found) {
    return html`
      <div class="head"><div><h1>${fullName(found)}</h1><p class="number">Билет ${inFours(found.ticketNumber)}</p></div>
        ${found.endedOn ? html`<span class="mark bad">Учёт прекращён ${day(found.endedOn)}</span>` : found.suspendedUntil ? html`<span class="mark warn">${found.category === 'LAID_OFF' ? 'Сокращён' : 'В отпуске'} до ${day(found.suspendedUntil)}</span>` : nothing}</div>
      <div class="columns">
        <div>
          <section class="panel"><h2>Учёт</h2><dl>
            ${fact('Дата рождения', day(found.birthDate))} ${fact('В Профсоюзе с', since(found.joinedUnion))} ${fact('На учёте с', day(found.registeredOn))} ${fact('Почему снят с учёта', END_REASONS[found.endReason])}
            ${fact('Кто', CATEGORIES[found.category])} ${fact('Должность', found.position)} ${fact('Подразделение', found.unit)}
            ${fact('В Профсоюзе', found.unionRoles.map((role) => ROLES[role] ?? role).join(', '))}
            ${found.contacts.map((one) => (one.kind === 'PHONE' ? fact('Телефон', html`<a href="tel:${one.value}">${phone(one.value)}</a>`) : fact('Почта', one.value)))}
          </dl>
            <div class="row">${found.endedOn ? button('Сняли по ошибке? Вернуть…', this.busy, { style: 'quiet', onClick: () => this.#undoEnd() }) : html`<a class="button quiet" href="#state/${this.person}">Изменить с даты</a>`}<a class="button plain" href="#history/${this.person}">Как было на дату</a></div></section>
          <section class="panel"><h2>Согласия</h2>${this.#consents(found)}</section>
          <p>${button('Копия данных по заявлению (PDF)', this.busy, { style: 'plain', onClick: () => this.#copy() })}</p>
          ${found.changes.length ? html`<details class="panel"><summary>Что менялось</summary><ul>${found.changes.map((one) => html`<li>${one.title}: <span class="was">${one.before ?? 'пусто'}</span> → ${one.after ?? 'пусто'} <small>${when(one.at)}</small></li>`)}</ul></details>` : nothing}
        </div>
        <aside>
          <section class="panel"><h2>Карта</h2>${card(found.card)}${found.card?.status === 'ISSUED' || found.endedOn ? nothing : button('Билет на бумаге', this.busy, { style: 'quiet', onClick: () => this.#paper() })}</section>
          ${found.endedOn ? nothing : this.#phoneAndEnd()}
        </aside>
      </div>`;
  }

  #consents({ consents }) {
    if (!consents.length) return html`<p class="soft">Ещё не отмечены.</p><a class="button quiet" href="#consents">Отметить согласия</a>`;
    return html`<ul class="last">${consents.map((one) => {
      const given = one.state === 'GIVEN';
      const channel = CHANNELS[one.channel] ? `: ${CHANNELS[one.channel]}` : '';
      return html`<li class="row spread"><span>${PURPOSES[one.purpose] ?? one.purpose}${channel}<br /><span class="mark ${given ? 'good' : ''}">${given ? '✔' : '✖'} ${CONSENT_STATES[one.state] ?? one.state}</span> <small>${day(one.signedOn)}</small></span>
        ${given ? button('Отозвать…', this.busy, { style: 'plain', onClick: () => this.#withdraw(one) }) : nothing}</li>`;
    })}</ul>`;
  }

  #phoneAndEnd() {
    return html`<section class="panel"><h2>Билет на телефоне</h2>
        <p class="soft">По листку с кодом член Профсоюза откроет билет на своём телефоне.</p>
        <div class="stack"><a class="button" href="#slip/${this.person}">Листок для телефона</a>
          ${button('Телефон потерян…', this.busy, { style: 'plain', onClick: () => this.#revoke() })}</div></section>
      ${this.ending
        ? html`<form class="panel" novalidate @submit=${this.#end}><h2>Снять с учёта</h2>
            <p class="soft">Переходит в другую школу? Не снимайте: там попросят перевод, и день не потеряется.</p>
            ${field({ label: 'Первый день без учёта', name: 'on', type: 'date', value: today() })}
            <div class="field"><label for="reason">Причина</label><select id="reason" name="reason">${Object.entries(OFF_RECORD).map(([code, name]) => html`<option value=${code}>${name}</option>`)}</select></div>
            <div class="row">${button('Снять с учёта', this.busy, { style: 'danger' })}${button('Не снимать', false, { style: 'quiet', onClick: () => (this.ending = false) })}</div></form>`
        : html`<p>${button('Снять с учёта…', false, { style: 'plain', onClick: () => (this.ending = true) })}</p>`}`;
  }
}

function fact(name, value) {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
}

/** Of old members often only the year is known. */
function since(text) {
  return /^\d{4}$/.test(text) ? `${text} года` : day(text);
}

function card(found) {
  if (!found) return html`<p class="soft">Ещё не заказана.</p><a class="button quiet" href="#order">К заявке</a>`;
  return html`<p>${cardMark(found)}</p><a href="#card/${found.id}">Путь карты</a>`;
}

customElements.define('desk-person', DeskPerson);
