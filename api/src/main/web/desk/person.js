import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, toast } from '../shared/elements.js';
import { day } from '../shared/dates.js';
import { inFours, phone } from '../shared/numbers.js';
import { revokePhones, showMember } from './register.js';
import { CHANNELS, CONSENT_STATES, PURPOSES, cardMark, fullName } from './words.js';

/** One member: what is on record, consents, card, the activation slip. */
export class DeskPerson extends Screen {
  static properties = { primary: {}, person: {}, found: { state: true } };

  willUpdate(changed) {
    if (!changed.has('person')) return;
    this.found = null;
    this.work(async () => {
      this.found = await showMember(this.primary, this.person);
    });
  }

  render() {
    const { found } = this;
    return html`<a class="button plain back" href="#people">‹ Люди</a>
      ${found ? this.#card(found) : this.failure ? errorSummary(this.failure) : loading()}`;
  }

  async #revoke() {
    const sure = await confirm({ title: 'Телефон потерян?', text: 'Билет на всех телефонах этого человека перестанет действовать. Новый листок вернёт его.', yes: 'Отключить телефоны', danger: true });
    if (!sure) return;
    this.work(async () => {
      await revokePhones(this.primary, this.person);
      toast('Телефоны отключены');
    });
  }

  #card(found) {
    return html`
      <div class="head"><div><h1>${fullName(found)}</h1><p class="number">${found.ticketNumber ? `Билет ${inFours(found.ticketNumber)}` : 'Номера билета ещё нет'}</p></div></div>
      <div class="columns">
        <div>
          <section class="panel"><h2>Учёт</h2><dl>
            ${fact('Дата рождения', day(found.birthDate))} ${fact('Вступление', day(found.joinedOn))} ${fact('Должность', found.position)}
            ${fact('Телефон', found.phone ? html`<a href="tel:${found.phone}">${phone(found.phone)}</a>` : '')} ${fact('Почта', found.email)}
          </dl></section>
          <section class="panel"><h2>Согласия</h2><dl>${(found.consents ?? []).map((one) => consentFact(one))}</dl>
            <a class="button quiet" href="#consents">Отметить согласия</a></section>
        </div>
        <aside>
          <section class="panel"><h2>Билет</h2>${ticket(found)}</section>
          <section class="panel"><h2>Билет на телефоне</h2>
            <p class="soft">Листок с кодом: член Профсоюза откроет по нему билет на своём телефоне.</p>
            <div class="stack"><a class="button" href="#slip/${this.person}">Листок для телефона</a>
            ${button('Телефон потерян…', this.busy, { style: 'plain', onClick: () => this.#revoke() })}</div></section>
        </aside>
      </div>`;
  }
}

function fact(name, value) {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
}

function consentFact({ purpose, channel, state, since }) {
  const name = `${PURPOSES[purpose] ?? purpose}${channel ? `: ${CHANNELS[channel] ?? channel}` : ''}`;
  const given = state === 'GIVEN';
  return html`<dt>${name}</dt><dd><span class="mark ${given ? 'good' : ''}">${given ? '✔' : '✖'} ${CONSENT_STATES[state] ?? state}</span>${since ? html` <small>${day(since)}</small>` : nothing}</dd>`;
}

function ticket({ cardId, cardStatus: status, cardStatusTitle: statusTitle }) {
  if (!status) return html`<p class="soft">Ещё не заказан.</p><a class="button quiet" href="#order">К заявке</a>`;
  return html`<p>${cardMark({ status, statusTitle })}</p>${cardId ? html`<a href="#card/${cardId}">Путь карты</a>` : nothing}`;
}

customElements.define('desk-person', DeskPerson);
