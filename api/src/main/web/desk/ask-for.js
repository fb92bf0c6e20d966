import { html } from 'lit';
import { Screen, button, errorSummary, field, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { today } from '../shared/dates.js';
import { isoDate } from '../shared/numbers.js';
import { askFor } from './register.js';

const NOBODY = { lastName: '', firstName: '', middleName: '', birthDate: '' };
let known = NOBODY;

/** Whoever was just typed elsewhere need not be typed again. @param {{lastName: string, firstName: string, middleName?: string | null, birthDate: string}} member */
export function prefill(member) {
  known = { ...NOBODY, ...member, birthDate: member.birthDate.split('-').reverse().join('.') };
}

/** Asks another primary for a person; which one, is told after the answer. */
export class DeskAskFor extends Screen {
  static properties = { primary: {}, errors: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.key = newId();
    this.errors = {};
    this.known = known;
    known = NOBODY;
  }

  #submit(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const text = (/** @type {string} */ name) => String(form[name]).trim() || null;
    const birthDate = isoDate(String(form.birthDate));
    this.errors = {
      ...(text('lastName') ? {} : { lastName: 'Нужна фамилия' }),
      ...(text('firstName') ? {} : { firstName: 'Нужно имя' }),
      ...(birthDate ? {} : { birthDate: 'День, месяц и год, например 01.09.1980' }),
    };
    const first = Object.keys(this.errors)[0];
    if (first) {
      this.querySelector(`#${first}`).focus();
      return;
    }
    this.known = { lastName: text('lastName'), firstName: text('firstName'), middleName: text('middleName'), birthDate: String(form.birthDate) };
    const request = { wish: form.wish, lastName: text('lastName'), firstName: text('firstName'), middleName: text('middleName'), birthDate, wantedOn: form.wantedOn, ownPersonId: null };
    this.work(async () => {
      try {
        const made = await askFor(this.primary, request, this.key);
        toast(made.state === 'GRANTED' ? 'Человек уже у вас: его организация закрыта' : made.match === 'CERTAIN' ? 'Запрос отправлен' : 'Нашёлся похожий человек. Запрос отправлен');
        location.hash = 'transfers';
      } catch (failure) {
        this.key = newId();
        throw failure;
      }
    });
  }

  render() {
    const { errors, known: filled } = this;
    return html`<a class="button plain back" href="#transfers">‹ Переводы</a>
      <h1>Попросить человека</h1>
      <p>Для того, кто уже на учёте в другой первичке. Где именно, вы узнаете после ответа.</p>
      ${errorSummary(this.failure)}
      <form class="panel narrow" novalidate @submit=${this.#submit}>
        <fieldset><legend>Зачем</legend>
          <label class="tick"><input type="radio" name="wish" value="TRANSFER" checked />Перевод: теперь основное место у нас</label>
          <label class="tick"><input type="radio" name="wish" value="SECONDARY" />Совместитель: основное место остаётся там</label></fieldset>
        ${field({ label: 'Фамилия', name: 'lastName', value: filled.lastName, error: errors.lastName })}
        ${field({ label: 'Имя', name: 'firstName', value: filled.firstName, error: errors.firstName })}
        ${field({ label: 'Отчество', name: 'middleName', value: filled.middleName ?? '', required: false, hint: 'Если есть' })}
        ${field({ label: 'Дата рождения', name: 'birthDate', value: filled.birthDate, hint: 'Например, 01.09.1980', error: errors.birthDate })}
        ${field({ label: 'У нас с', name: 'wantedOn', type: 'date', value: today(), max: today() })}
        ${button('Отправить запрос', this.busy)}
      </form>`;
  }
}

customElements.define('desk-ask-for', DeskAskFor);
