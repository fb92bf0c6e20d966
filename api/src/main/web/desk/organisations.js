import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { plural } from '../shared/plural.js';
import { acting } from './session.js';
import { LEVELS, OPTIONS, select, statusMark } from './organisation-words.js';
import { allotNumber, proposeOrganisation, searchRegister, showOrganisation, waitingForNumber } from './organisations-api.js';

const MAY_BE_BELOW = { CENTRAL: ['REGIONAL', 'PRIMARY'], REGIONAL: ['LOCAL', 'PRIMARY'], LOCAL: ['PRIMARY'], PRIMARY: [] };

/** The register as a tree that opens level by level, with search; no people, only organisations. */
export class OfficeRegister extends Screen {
  static properties = { organisation: {}, shown: { state: true }, found: { state: true }, waiting: { state: true }, adding: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(() => this.#load());
  }

  async #load() {
    this.adding = false;
    this.found = null;
    this.waiting = [];
    this.shown = await showOrganisation(this.organisation);
    this.waiting = await waitingForNumber(this.organisation);
  }

  #search(event) {
    const text = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      if (text === '') this.found = null;
      else this.work(async () => (this.found = await searchRegister(acting().organisationId, text)));
    }, 250);
  }

  #propose(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    this.work(async () => {
      const name = String(form.name).trim();
      await proposeOrganisation(this.organisation, {
        level: form.level, name, shortName: String(form.shortName).trim() || name,
        institutionKind: form.level === 'PRIMARY' ? form.institutionKind : null, territorialRights: form.level === 'PRIMARY' && form.territorialRights === 'on',
      }, this.key);
      toast('Предложение записано. Организация заработает, когда получит ИНПО.');
      await this.#load();
    });
  }

  #allot() {
    this.work(async () => {
      let given = 0;
      for (const waiting of this.waiting) {
        const inpo = this.querySelector(`#inpo-${waiting.id}`).value.trim();
        if (inpo) {
          await allotNumber(waiting.id, inpo, newId());
          given++;
        }
      }
      toast(`Присвоено: ${given}`);
      await this.#load();
    });
  }

  render() {
    const { shown } = this;
    if (!shown) return this.failure ? errorSummary(this.failure) : loading();
    const isMine = shown.id === acting().organisationId;
    const above = shown.above.slice(Math.max(0, shown.above.findIndex((one) => one.id === acting().organisationId)));
    return html`
      ${isMine ? nothing : html`<a class="button plain back" href="#register/${above.at(-1)?.id ?? ''}">‹ ${above.at(-1)?.name ?? 'Реестр'}</a>`}
      <div class="head"><div><h1>${shown.name}</h1><p>${LEVELS[shown.level]} · ИНПО ${shown.inpo || 'ещё не присвоен'} ${statusMark(shown.status)}</p></div></div>
      ${errorSummary(this.failure)}
      <div class="row">
        <a class="button quiet" href="#passport/${shown.id}">Паспорт</a>
        ${isMine ? html`<a class="button quiet" href="#load-register">Загрузить реестр</a>` : html`<a class="button quiet" href="#decisions/${shown.id}">Решения</a>`}
      </div>
      ${isMine ? html`<div class="search field"><label for="search">Найти организацию</label><small>Часть названия или ИНПО</small><input id="search" type="search" autocomplete="off" @input=${this.#search} /></div>` : nothing}
      ${this.found ? this.#results() : this.#below()}`;
  }

  #results() {
    if (!this.found.length) return html`<p class="panel empty">Ничего не нашлось. Проверьте название.</p>`;
    return html`<ul class="list">${this.found.map((one) => html`<li><a href="#register/${one.id}"><span class="grow"><b>${one.name}</b><span>${[one.inpo, one.parentName].filter(Boolean).join(' · ')}</span></span>${statusMark(one.status)}</a></li>`)}</ul>`;
  }

  #below() {
    const { shown } = this;
    return html`${this.#numbers()}
      ${shown.below.length
        ? html`<h2>Входят сюда: ${shown.below.length}</h2><ul class="list">${shown.below.map((one) => html`<li><a href="#register/${one.id}"><span class="grow"><b>${one.name}</b>
            <span>${one.inpo || 'без ИНПО'}${one.level === 'PRIMARY' ? '' : html` · ${plural(one.primaries, 'primary')}`}${one.territorialRights ? ' · с правами территориальной' : ''}</span></span>${statusMark(one.status)}</a></li>`)}</ul>`
        : nothing}
      ${this.#proposal()}`;
  }

  #numbers() {
    if (!this.waiting?.length) return nothing;
    if (acting().level !== 'CENTRAL') return html`<p class="notice">Ждут ИНПО от центрального совета: ${this.waiting.length}</p>`;
    return html`<h2>Ждут ИНПО: ${this.waiting.length}</h2><div class="panel">
      ${this.waiting.map((one) => html`<div class="field"><label for="inpo-${one.id}">${one.name}</label><small>${one.parentName}</small><input id="inpo-${one.id}" .value=${one.suggestion} autocomplete="off" /></div>`)}
      ${button('Присвоить эти ИНПО', this.busy, { onClick: () => this.#allot() })}</div>`;
  }

  #proposal() {
    const levels = MAY_BE_BELOW[this.shown.level].filter(Boolean);
    if (!levels.length || !['ACTIVE', 'LIQUIDATING'].includes(this.shown.status)) return nothing;
    if (!this.adding) {
      return html`<p>${button('Предложить новую организацию', false, { style: 'quiet', onClick: () => { this.key = newId(); this.adding = true; } })}</p>`;
    }
    return html`<h2>Новая организация</h2><form class="panel narrow" novalidate @submit=${this.#propose}>
      ${select('Уровень', 'level', Object.fromEntries(levels.reverse().map((level) => [level, LEVELS[level]])))}
      ${field({ label: 'Полное название', name: 'name' })} ${field({ label: 'Краткое название', name: 'shortName', required: false })}
      ${select('Вид образовательной организации', 'institutionKind', OPTIONS.INSTITUTION_KIND)}
      <label class="tick"><input type="checkbox" name="territorialRights" /> Первичная с правами территориальной</label>
      <div class="row">${button('Предложить', this.busy)}${button('Не надо', false, { style: 'quiet', onClick: () => (this.adding = false) })}</div></form>`;
  }
}

customElements.define('office-register', OfficeRegister);
