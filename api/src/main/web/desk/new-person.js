import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { today } from '../shared/dates.js';
import { isoDate } from '../shared/numbers.js';
import { prefill } from './ask-for.js';
import { addMember } from './register.js';

const SEX = { Ж: 'женский', М: 'мужской' };
const CATEGORY = {
  работающий: 'Работает', обучающийся: 'Учится', 'неработающий пенсионер': 'Пенсионер, не работает',
  'временно прекративший работу': 'В отпуске, временно не работает', 'работник организации Профсоюза': 'Работает в организации Профсоюза', 'уволенный по сокращению': 'Уволен по сокращению',
};
const STAFF_GROUP = {
  педагогические: 'Педагогические', руководящие: 'Руководящие', ППС: 'Профессорско-преподавательские', научные: 'Научные', 'учебно-вспомогательные': 'Учебно-вспомогательные', другие: 'Другие',
};
const ENGAGEMENT = { ОСН: 'Основное место работы', СОВМ: 'Совместительство', ОЧН: 'Учится очно', ЗАОЧН: 'Учится заочно', НЕТ: 'Не работает и не учится' };

/** One member by hand, by the same rules as a row of a list. */
export class DeskNewPerson extends Screen {
  static properties = { primary: {}, errors: { state: true }, category: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.key = newId();
    this.errors = {};
    this.category = 'работающий';
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
      ...(['работающий', 'обучающийся'].includes(this.category) && !text('position') ? { position: 'Нужна должность или курс и группа' } : {}),
      ...(text('joinedUnion') ? {} : { joinedUnion: 'Дата или хотя бы год' }),
    };
    const first = Object.keys(this.errors)[0];
    if (first) {
      this.querySelector(`#${first}`).focus();
      return;
    }
    const member = {
      lastName: text('lastName'), firstName: text('firstName'), middleName: text('middleName'), birthDate,
      sex: form.sex, category: form.category, engagement: form.engagement, position: text('position'), staffGroup: form.staffGroup ?? null, joinedUnion: text('joinedUnion'),
      registeredOn: form.registeredOn, phone: text('phone'), email: text('email'),
    };
    this.work(() => this.#add(member));
  }

  async #add(member) {
    try {
      this.#done(await addMember(this.primary, member, this.key));
    } catch (failure) {
      if (failure.code === 'MEMBER_ELSEWHERE') {
        await this.#askElsewhere(failure, member);
        return;
      }
      if (failure.code !== 'MEMBER_LOOKS_LIKE_SOMEBODY') throw failure;
      const other = await confirm({ title: 'Похоже, этот человек уже на учёте', text: failure.message, yes: 'Это другой человек, добавить', no: 'Не добавлять' });
      if (!other) return;
      this.key = newId();
      this.#done(await addMember(this.primary, { ...member, otherPerson: true }, this.key));
    }
  }

  async #askElsewhere(failure, member) {
    const ask = await confirm({ title: 'Уже на учёте в другой организации', text: 'В какой, узнаете после ответа. Попросить перевод или отметить совместителем?', yes: 'Попросить' });
    if (!ask) throw failure;
    prefill(member);
    location.hash = 'ask-for';
  }

  #done(added) {
    toast(['Добавлено.', ...added.remarks].join(' '));
    location.hash = `person/${added.id}`;
  }

  render() {
    const { errors } = this;
    return html`<a class="button plain back" href="#people">‹ Люди</a>
      <h1>Новый человек</h1>
      ${errorSummary(this.failure)}
      <form class="panel narrow" novalidate @submit=${this.#submit}>
        ${field({ label: 'Фамилия', name: 'lastName', error: errors.lastName })}
        ${field({ label: 'Имя', name: 'firstName', error: errors.firstName })}
        ${field({ label: 'Отчество', name: 'middleName', required: false, hint: 'Если есть' })}
        ${field({ label: 'Дата рождения', name: 'birthDate', hint: 'Например, 01.09.1980', error: errors.birthDate })}
        ${choice('Пол', 'sex', SEX)} ${choice('Кто', 'category', CATEGORY, (event) => (this.category = event.target.value))} ${choice('Место', 'engagement', ENGAGEMENT)}
        ${field({ label: 'Должность', name: 'position', hint: 'Для учащихся — курс и группа', required: false, error: errors.position })}
        ${this.category === 'работающий' ? choice('Группа персонала', 'staffGroup', STAFF_GROUP) : nothing}
        ${field({ label: 'В Профсоюзе с', name: 'joinedUnion', hint: 'Дата или год, например 2005', error: errors.joinedUnion })}
        ${field({ label: 'На учёте с', name: 'registeredOn', type: 'date', value: today() })}
        ${field({ label: 'Телефон', name: 'phone', mode: 'tel', required: false })}
        ${field({ label: 'Электронная почта', name: 'email', mode: 'email', required: false })}
        ${button('Добавить человека', this.busy)}
      </form>`;
  }
}

function choice(label, name, options, onChange) {
  return html`<div class="field"><label for=${name}>${label}</label><select id=${name} name=${name} @change=${onChange ?? nothing}>${Object.entries(options).map(([code, words]) => html`<option value=${code}>${words}</option>`)}</select></div>`;
}

customElements.define('desk-new-person', DeskNewPerson);
