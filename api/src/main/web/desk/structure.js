import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, today } from '../shared/dates.js';
import { phone } from '../shared/numbers.js';
import { DOCUMENTS, POSTS, UNITS, select } from './organisation-words.js';
import { addDocument, closeUnit, endOfficial, openUnit, recordOfficial, removeDocument, showStructure } from './organisations-api.js';
import { fullName } from './words.js';

/** Units, elected bodies, documents of one organisation. */
export class DeskStructure extends Screen {
  static properties = { organisation: {}, structure: { state: true }, adding: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(async () => (this.structure = await showStructure(this.organisation)));
  }

  #open(what) {
    this.key = newId();
    this.adding = what;
  }

  #submit(event, add) {
    event.preventDefault();
    const form = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, String(value).trim() || null]));
    this.work(async () => {
      this.structure = await add(this.organisation, form, this.key);
      this.adding = null;
      toast('Записано');
    });
  }

  async #end(question, act) {
    if (await confirm(question)) {
      this.work(async () => {
        await act();
        this.structure = await showStructure(this.organisation);
      });
    }
  }

  render() {
    if (!this.structure) return this.failure ? errorSummary(this.failure) : loading();
    const { mayChange } = this.structure;
    const inOffice = this.structure.officials.filter((one) => !one.endedOn);
    return html`${errorSummary(this.failure)}
      <h2>Подразделения</h2>${this.#units(null) ?? html`<p class="panel empty">Подразделений нет.</p>`}
      ${mayChange ? this.#adding('unit', 'Добавить подразделение', () => this.#unitForm()) : nothing}
      <h2>Выборные органы и ответственные</h2>
      ${inOffice.length ? html`<ul class="list">${inOffice.map((one) => this.#official(one, mayChange))}</ul>` : html`<p class="panel empty">Никто не записан.</p>`}
      ${mayChange ? this.#adding('official', 'Записать избранного', () => this.#officialForm()) : nothing}
      <h2>Документы</h2>
      ${this.structure.documents.length ? html`<ul class="list">${this.structure.documents.map((one) => this.#document(one, mayChange))}</ul>` : html`<p class="panel empty">Документы не записаны.</p>`}
      ${mayChange ? this.#adding('document', 'Записать документ', () => this.#documentForm()) : nothing}`;
  }

  #adding(what, words, form) {
    return this.adding === what ? form() : html`<p>${button(words, false, { style: 'quiet', onClick: () => this.#open(what) })}</p>`;
  }

  #units(parent) {
    const units = this.structure.units.filter((one) => one.parentId === parent && !one.closedOn);
    if (!units.length) return null;
    return html`<ul class=${parent ? 'branch' : 'branch panel'}>${units.map((one) => html`<li><div class="row"><span class="grow"><b>${one.name}</b> <span class="soft">${UNITS[one.kind] ?? one.kind}</span></span>
      ${this.structure.mayChange ? button('Закрыть', this.busy, { style: 'plain', onClick: () => this.#end({ title: `Закрыть «${one.name}»?`, text: 'Подразделение останется в истории.', yes: 'Закрыть' }, () => closeUnit(this.organisation, one.id, today())) }) : nothing}</div>${this.#units(one.id) ?? nothing}</li>`)}</ul>`;
  }

  #unitForm() {
    const open = this.structure.units.filter((one) => !one.closedOn);
    return html`<form class="panel narrow" novalidate @submit=${(event) => this.#submit(event, openUnit)}>
      ${select('Что это', 'kind', UNITS)} ${field({ label: 'Название', name: 'name' })}
      ${select('Входит в', 'parentId', { '': 'саму организацию', ...Object.fromEntries(open.map((one) => [one.id, one.name])) })}
      ${field({ label: 'Создано', name: 'openedOn', type: 'date', value: today(), max: today() })}${this.#buttons('Добавить')}</form>`;
  }

  #official(one, mayChange) {
    const term = one.termUntil ? `, до ${day(one.termUntil)}` : '';
    return html`<li><div class="line"><span class="grow"><b>${fullName(one)}</b><span>${POSTS[one.post] ?? one.post} с ${day(one.electedOn)}${term}${one.protocolNumber ? `, протокол № ${one.protocolNumber}` : ''}</span>
      <span class="soft">${one.undertakingSignedOn ? `обязательство подписано ${day(one.undertakingSignedOn)}` : 'обязательство не подписано'}</span></span>
      ${one.phone ? html`<a href="tel:${one.phone}">☎ ${phone(one.phone)}</a>` : nothing}
      ${mayChange ? button('Завершить', this.busy, { style: 'plain', onClick: () => this.#end({ title: `${fullName(one)}: завершить полномочия?`, text: 'С сегодняшнего дня. Запись останется в истории.', yes: 'Завершить' }, () => endOfficial(this.organisation, one.id, today())) }) : nothing}</div></li>`;
  }

  #officialForm() {
    return html`<form class="panel narrow" novalidate @submit=${(event) => this.#submit(event, recordOfficial)}>
      ${select('Кем', 'post', POSTS)} ${field({ label: 'Фамилия', name: 'lastName' })} ${field({ label: 'Имя', name: 'firstName' })} ${field({ label: 'Отчество', name: 'middleName', required: false })}
      ${field({ label: 'Номер протокола', name: 'protocolNumber', required: false })} ${field({ label: 'Избран(а)', name: 'electedOn', type: 'date', value: today(), max: today() })}
      ${field({ label: 'Полномочия до', name: 'termUntil', type: 'date', required: false })} ${field({ label: 'Телефон', name: 'phone', mode: 'tel', required: false })}
      ${field({ label: 'Электронная почта', name: 'email', mode: 'email', required: false })}
      ${field({ label: 'Обязательство о неразглашении подписано', name: 'undertakingSignedOn', type: 'date', required: false, max: today() })}${this.#buttons('Записать')}</form>`;
  }

  #document(one, mayChange) {
    return html`<li><div class="line"><span class="grow"><b>${one.title}</b><span>${DOCUMENTS[one.kind] ?? one.kind}${one.number ? ` № ${one.number}` : ''} от ${day(one.datedOn)}${one.validUntil ? `, действует до ${day(one.validUntil)}` : ''}</span>${one.keptAt ? html`<span class="soft">хранится: ${one.keptAt}</span>` : nothing}</span>
      ${mayChange ? button('Убрать', this.busy, { style: 'plain', onClick: () => this.#end({ title: `Убрать «${one.title}» из списка?`, yes: 'Убрать' }, () => removeDocument(this.organisation, one.id)) }) : nothing}</div></li>`;
  }

  #documentForm() {
    return html`<form class="panel narrow" novalidate @submit=${(event) => this.#submit(event, addDocument)}>
      ${select('Что это', 'kind', DOCUMENTS)} ${field({ label: 'Название', name: 'title' })} ${field({ label: 'Номер', name: 'number', required: false })}
      ${field({ label: 'Дата', name: 'datedOn', type: 'date', value: today() })} ${field({ label: 'Действует до', name: 'validUntil', type: 'date', required: false })}
      ${field({ label: 'Где хранится', name: 'keptAt', required: false })}${this.#buttons('Записать')}</form>`;
  }

  #buttons(words) {
    return html`<div class="row">${button(words, this.busy)}${button('Не надо', false, { style: 'quiet', onClick: () => (this.adding = null) })}</div>`;
  }
}

customElements.define('desk-structure', DeskStructure);
