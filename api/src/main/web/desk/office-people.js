import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, today, when } from '../shared/dates.js';
import { appoint, appointments, changeChair, chairAct, endAppointment, newSlip, showOrganisation } from './register.js';
import { acting } from './session.js';
import './lost-phones.js';

const ROLES = { CHAIR: 'председатель', OFFICER: 'ответственный за учёт' };

/** A region and the centre sign in by two steps, and help where the second is lost. */
const mayReset = () => ['REGIONAL', 'CENTRAL'].includes(acting().level);

/** Who is in office here and below: appoint, hand out a slip, change a chair, end an office. */
export class OfficePeople extends Screen {
  static properties = { organisation: {}, shown: { state: true }, people: { state: true }, form: { state: true }, slip: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(() => this.#load());
  }

  async #load() {
    this.form = null;
    this.slip = null;
    this.lost = null;
    [this.shown, this.people] = await Promise.all([showOrganisation(this.organisation), appointments(this.organisation)]);
  }

  #ask(kind) {
    this.form = kind;
    this.key = newId();
  }

  #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const body = {
      displayName: String(form.get('displayName')).trim(),
      login: String(form.get('login')).trim(),
      hasLogin: form.get('hasLogin') === 'on',
      role: this.form === 'change' ? 'CHAIR' : String(form.get('role')),
      from: String(form.get('from')),
      until: String(form.get('until')) || null,
    };
    const change = this.form === 'change';
    this.work(async () => {
      const made = await (change ? changeChair : appoint)(this.organisation, body, this.key);
      await this.#load();
      this.slip = made.slip ? { ...made.slip, change: change ? made.id : null } : null;
      toast(change ? 'Председатель сменён. Прежний вход закрыт' : 'Полномочия оформлены');
    });
  }

  async #end(person) {
    const sure = await confirm({ title: `Завершить полномочия: ${person.displayName}?`, text: 'Доступ закроется сразу, открытые страницы перестанут работать.', yes: 'Завершить', danger: true });
    if (!sure) return;
    this.work(async () => {
      await endAppointment(this.organisation, person.id);
      await this.#load();
      toast('Полномочия завершены');
    });
  }

  #reprint(person) {
    this.work(async () => {
      this.slip = await newSlip(this.organisation, person.id, newId());
    });
  }

  #lost(person) {
    this.lost = { id: person.id, displayName: person.displayName };
    this.requestUpdate();
    scrollTo(0, 0);
  }

  #act() {
    this.work(async () => save(await chairAct(this.organisation, this.slip.change), 'Акт приёма-передачи.pdf'));
  }

  render() {
    if (!this.shown) return html`<h1>Полномочия</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const { shown } = this;
    const own = shown.id === acting().organisationId;
    return html`${own ? nothing : html`<a class="button plain back" href="#staff">‹ Полномочия</a>`}
      <div class="head"><div><h1>${own ? 'Полномочия' : shown.name}</h1><p>${own ? shown.name : `ИНПО ${shown.inpo}`}</p></div></div>
      ${errorSummary(this.failure)}
      ${mayReset() ? html`<lost-phones .organisation=${this.organisation} .asking=${this.lost ?? null}></lost-phones>` : nothing}
      ${this.slip ? this.#paper() : nothing}
      ${this.form ? this.#appointment() : this.#list()}
      ${this.#below()}`;
  }

  #below() {
    const { shown } = this;
    if (shown.level === 'PRIMARY') return html`<p class="help">Нужна запись одного человека? <a href="#by-reason/${shown.id}">Указать причину и посмотреть</a></p>`;
    if (shown.below.length === 0) return nothing;
    return html`<h2>Ниже</h2><ul class="list">${shown.below.map((one) => html`<li><a href="#staff/${one.id}"><span class="grow"><b>${one.name}</b><span>ИНПО ${one.inpo}</span></span></a></li>`)}</ul>`;
  }

  #list() {
    return html`${this.people.length
        ? html`<ul class="ticks">${this.people.map((person) => this.#person(person))}</ul>`
        : html`<p class="panel empty">Полномочий ни у кого нет: работать здесь некому.</p>`}
      <div class="row">${this.shown.level === 'PRIMARY' && this.people.some((one) => one.role === 'CHAIR')
        ? button('Сменить председателя', this.busy, { onClick: () => this.#ask('change') }) : nothing}
      ${button('Назначить', this.busy, { style: 'quiet', onClick: () => this.#ask('appoint') })}</div>`;
  }

  #person(person) {
    const state = person.slipOpen ? 'листок выдан, ещё не вошёл(ла)' : person.undertakingSignedOn ? `обязательство подписано ${day(person.undertakingSignedOn)}` : 'обязательство ещё не подписано';
    return html`<li><b>${person.displayName}</b>
        <p class="soft">${ROLES[person.role] ?? person.role} с ${day(person.from)}${person.until ? html` по ${day(person.until)}` : nothing} · логин ${person.login} · ${state}</p>
      <div class="row">${button(html`Новый листок<span class="visually-hidden"> для ${person.displayName}</span>`, this.busy, { style: 'quiet', onClick: () => this.#reprint(person) })}
      ${mayReset() ? button(html`Потеряны телефон и коды<span class="visually-hidden">: ${person.displayName}</span>`, this.busy, { style: 'quiet', onClick: () => this.#lost(person) }) : nothing}
      ${button(html`Завершить<span class="visually-hidden"> полномочия: ${person.displayName}</span>`, this.busy, { style: 'quiet', onClick: () => this.#end(person) })}</div></li>`;
  }

  #appointment() {
    const change = this.form === 'change';
    return html`<form class="panel narrow" novalidate @submit=${this.#send}>
      <h2>${change ? 'Новый председатель' : 'Кого назначить'}</h2>
      ${change ? html`<p class="soft">Прежний председатель потеряет доступ сразу. Составим акт приёма-передачи с числами на сегодня.</p>` : nothing}
      ${field({ label: 'Фамилия и инициалы', name: 'displayName' })}
      ${field({ label: 'Логин', name: 'login', hint: 'Латинские буквы или цифры, не меньше трёх' })}
      <label class="check"><input type="checkbox" name="hasLogin" /> Этот логин у человека уже есть</label>
      ${change ? nothing : html`<div class="field"><label for="role">Кем</label><select id="role" name="role"><option value="CHAIR">председатель</option><option value="OFFICER">ответственный за учёт</option></select></div>`}
      ${field({ label: 'С какого дня', name: 'from', type: 'date', value: today() })}
      ${field({ label: 'Первый день без полномочий', name: 'until', type: 'date', required: false, hint: 'Оставьте пустым, если срок не задан' })}
      <div class="row">${button(change ? 'Сменить председателя' : 'Назначить и сделать листок', this.busy)}
      ${button('Отмена', false, { style: 'quiet', onClick: () => (this.form = null) })}</div></form>`;
  }

  #paper() {
    const { slip } = this;
    return html`<article class="panel slip" data-slip>
        <h2>Листок для входа</h2>
        <p><b>${slip.displayName}</b></p>
        <ol><li>Откройте <b>${location.host}/desk</b> и нажмите «У меня листок с кодом».</li><li>Введите логин и код, придумайте свой пароль.</li></ol>
        <p>Логин <b data-login>${slip.login}</b></p>
        <p class="secret" data-code>${slip.code}</p>
        <p class="soft">Действует один раз, до ${when(slip.expiresAt)}. Передайте листок лично.</p>
        <div class="row no-print">${button('Напечатать', false, { onClick: () => print() })}
        ${slip.change ? button('Акт приёма-передачи', this.busy, { style: 'quiet', onClick: () => this.#act() }) : nothing}
        ${button('Готово', false, { style: 'quiet', onClick: () => (this.slip = null) })}</div>
      </article>`;
  }
}

customElements.define('office-people', OfficePeople);
