// Words of the register for the codes of the contract.
import { html, nothing } from 'lit';

export const LEVELS = { CENTRAL: 'Центральный совет', REGIONAL: 'Региональная', LOCAL: 'Территориальная', PRIMARY: 'Первичная' };
const STATUSES = { PROPOSED: ['ждёт ИНПО', 'warn'], LIQUIDATING: ['в стадии ликвидации', 'warn'], EXCLUDED: ['исключена', ''], MERGED: ['объединена', ''] };

/** Nothing for an organisation that simply works. @param {string} status */
export function statusMark(status) {
  const [words, tone] = STATUSES[status] ?? [];
  return words ? html`<span class="mark ${tone}">${words}</span>` : nothing;
}

export const TABS = { INPO: 'ИНПО', REGISTRATION: 'Регистрация', ORGANISATION: 'Организация', ADDRESSES: 'Адреса и телефоны', STRUCTURE: 'Структура' };

export const FIELDS = {
  INPO: 'ИНПО', PARENT: 'Вышестоящая организация', STATUS: 'Состояние', LEGAL_PERSON: 'Юридическое лицо', OGRN: 'ОГРН', INN: 'ИНН', KPP: 'КПП',
  STATE_REGISTER_ON: 'Запись в ЕГРЮЛ', CHARTER_ON: 'Устав или положение от', NAME: 'Полное название', SHORT_NAME: 'Краткое название',
  INSTITUTION: 'Образовательная организация', INSTITUTION_KIND: 'Её вид', FOUNDER: 'Учредитель', CREATED_ON: 'Создана', ZONE: 'Часовой пояс',
  TRAINED_ON: 'Председатель обучен', HAS_COMPUTER: 'Есть компьютер', HAS_INTERNET: 'Есть интернет', LEGAL_ADDRESS: 'Юридический адрес',
  POSTAL_ADDRESS: 'Почтовый адрес', PHONE: 'Телефон', EMAIL: 'Электронная почта', SITE: 'Сайт', DELIVERY_ADDRESS: 'Куда присылать билеты',
  COUNT_MEMBERS: 'Заявлено членов Профсоюза', COUNT_WORKING: 'Работающих всего',
};

export const SUBJECTS = { MEMBERS: 'Членов Профсоюза', WORKING: 'Работающих', TEACHING: 'из них педагогов', YOUTH: 'из них до 35 лет', STUDYING: 'Обучающихся очно', PRIMARIES: 'Первичек', LOGINS: 'Паролей' };

export const OPTIONS = {
  YES_NO: { YES: 'да', NO: 'нет' },
  INSTITUTION_KIND: { SCHOOL: 'школа', PRESCHOOL: 'детский сад', EXTRA: 'дополнительное образование', VOCATIONAL: 'колледж, техникум', UNIVERSITY: 'вуз', RESEARCH: 'научная организация', AUTHORITY: 'управление образования', COMPLEX: 'образовательный комплекс', OTHER: 'другое' },
  ZONE: Object.fromEntries(
    [['Europe/Kaliningrad', 'Калининград'], ['Europe/Moscow', 'Москва'], ['Europe/Samara', 'Самара'], ['Asia/Yekaterinburg', 'Екатеринбург'], ['Asia/Omsk', 'Омск'], ['Asia/Barnaul', 'Барнаул'], ['Asia/Krasnoyarsk', 'Красноярск'], ['Asia/Irkutsk', 'Иркутск'], ['Asia/Chita', 'Чита'], ['Asia/Yakutsk', 'Якутск'], ['Asia/Vladivostok', 'Владивосток'], ['Asia/Magadan', 'Магадан'], ['Asia/Kamchatka', 'Камчатка']],
  ),
};

const STATUS_WORDS = { PROPOSED: 'ждёт ИНПО', ACTIVE: 'действует', LIQUIDATING: 'в стадии ликвидации', EXCLUDED: 'исключена', MERGED: 'объединена' };

/** A value of a field as it is read. @param {{code?: string, field?: string, kind?: string, value: string | null}} field */
export function valueWords({ code, field, value }) {
  const name = code ?? field;
  if (value === null) return '';
  if (name === 'STATUS') return STATUS_WORDS[value] ?? value;
  if (/_ON$/.test(name) && /^\d{4}-\d\d-\d\d$/.test(value)) return value.split('-').reverse().join('.');
  return OPTIONS[name]?.[value] ?? OPTIONS.YES_NO[value] ?? value;
}

export const POSTS = { CHAIR: 'Председатель', DEPUTY: 'Заместитель председателя', COMMITTEE_MEMBER: 'Член профкома', AUDIT_MEMBER: 'Член контрольно-ревизионной комиссии', COMMISSION_MEMBER: 'Член комиссии', TREASURER: 'Казначей', AIS_OFFICER: 'Ответственный за систему' };
export const UNITS = { BUREAU: 'Профбюро', GROUP: 'Профгруппа', FACULTY: 'Факультет', INSTITUTE: 'Институт', BRANCH: 'Филиал', INSTITUTION: 'Детский сад или школа комплекса', OTHER: 'Другое' };
export const DOCUMENTS = { PROTOCOL: 'Протокол', EXTRACT: 'Выписка', COLLECTIVE_AGREEMENT: 'Коллективный договор', CHARTER: 'Устав, положение', OTHER: 'Другой документ' };

export const DEEDS = {
  PROPOSED: 'Предложена для реестра', INPO_ALLOTTED: 'Присвоен ИНПО', LIQUIDATION_BEGUN: 'Начать ликвидацию', EXCLUDED: 'Исключить из реестра',
  MERGED: 'Объединить с другой', MOVED: 'Перевести к другой вышестоящей', RESTORED: 'Вернуть в реестр',
};
export const DEEDS_DONE = {
  ...DEEDS, LIQUIDATION_BEGUN: 'Начата ликвидация', EXCLUDED: 'Исключена из реестра', MERGED: 'Объединена', MOVED: 'Переведена', RESTORED: 'Возвращена в реестр',
};

/** The four words of the Union, and the honest fifth. */
export const WORDS = { ALL: ['внесли всех', 'good'], CLOSE: ['близки к завершению', 'info'], WEAK: ['слабая работа', 'warn'], NONE: ['нет работы', 'bad'], UNKNOWN: ['не заявлено, сколько', ''] };

/** @param {string} word */
export function wordMark(word) {
  const [words, tone] = WORDS[word] ?? [word, ''];
  return html`<span class="mark ${tone}">${words}</span>`;
}

export const STEPS = {
  ACCESS: ['Доступ и обязательство', 'Есть логин, обязательство о неразглашении подписано'],
  TRAINING: ['Обучение', 'Отметьте день в паспорте, вкладка «Организация»'],
  PASSPORT: ['Паспорт', 'Заполнены все нужные поля'],
  MEMBERS: ['Члены на учёте', 'Внесено не меньше, чем заявлено'],
  CONSENTS: ['Согласия', 'Каждый согласился или отказался'],
  ORDERS: ['Заявки на билеты', 'Заказаны всем, кто согласен'],
  ISSUE: ['Выдача', 'Каждый заказанный билет выдан'],
};
export const STEP_CODES = Object.keys(STEPS);

/** A labelled list to choose from. */
export function select(label, name, options, value) {
  return html`<div class="field"><label for=${name}>${label}</label><select id=${name} name=${name}>
    ${Object.entries(options).map(([code, words]) => html`<option value=${code} ?selected=${code === value}>${words}</option>`)}</select></div>`;
}
