import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, today } from '../shared/dates.js';
import { listEverybody } from './everybody.js';
import { KINDS, STANDINGS, shareWords } from './quorum-words.js';
import { isPrimary } from './session.js';
import { confirmMandates, createBody, decideOnMandate, listBodies, listDelegates, sendDelegate, showBody } from './sittings-api.js';
import { fullName } from './words.js';

/** Elected bodies of the organisation and those above it; one of them with its mandates. */
export class DeskBodies extends Screen {
  static properties = { organisation: {}, bodyId: {}, bodies: { state: true }, body: { state: true }, sent: { state: true }, people: { state: true }, deciding: { state: true } };

  willUpdate(changed) {
    if (!changed.has('organisation') && !changed.has('bodyId')) return;
    this.body = this.sent = this.deciding = null;
    this.work(() => this.#load());
  }

  async #load() {
    this.key = newId();
    this.deciding = null;
    this.bodies = await listBodies(this.organisation);
    if (!this.bodyId) return;
    if (this.#isOwn()) this.body = await showBody(this.bodyId);
    if (isPrimary()) {
      [this.sent, this.people] = await Promise.all([listDelegates(this.bodyId, this.organisation), this.people ?? listEverybody(this.organisation)]);
    }
  }

  #isOwn() {
    return this.bodies.own.some((one) => one.id === this.bodyId);
  }

  #then(request, done) {
    return this.work(async () => {
      await request();
      toast(done);
      await this.#load();
    });
  }

  #create(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const kind = form.get('kind');
    const body = { name: String(form.get('name')).trim(), kind, base: kind === 'MEETING' ? 'ON_RECORD' : 'CONFIRMED', share: null, organisations: null, countsRemote: form.has('remote'), charter: null };
    this.work(async () => {
      const made = await createBody(this.organisation, body, this.key);
      location.hash = `bodies/${made.id}`;
    });
  }

  #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const place = String(form.get('place')).trim();
    const delegate = { personId: form.get('person'), vote: form.has('advisory') ? 'ADVISORY' : 'DECISIVE', basis: form.get('basis'), basisOn: form.get('on'), place: place ? Number(place) : null, firstTime: form.has('first') };
    this.#then(() => sendDelegate(this.bodyId, this.organisation, delegate, this.key), 'Делегат внесён');
  }

  #decide(event, mandate) {
    event.preventDefault();
    const form = new FormData(event.target);
    const act = form.get('act');
    const alternate = this.body.mandates.find((one) => one.standing === 'ALTERNATE' && one.organisation === mandate.organisation);
    this.#then(() => decideOnMandate(this.bodyId, mandate.id, { act, decision: form.get('decision'), alternateId: act === 'REPLACE' ? (alternate?.id ?? null) : null }), 'Решение записано');
  }

  #confirm(event) {
    event.preventDefault();
    this.#then(() => confirmMandates(this.bodyId, new FormData(event.target).get('decision')), 'Мандаты подтверждены');
  }

  render() {
    if (!this.bodies) return html`${errorSummary(this.failure)}${this.failure ? nothing : loading()}`;
    return this.bodyId ? this.#one() : this.#all();
  }

  #all() {
    const lines = (/** @type {any[]} */ all) => html`<ul class="list">${all.map((one) => html`<li><a href="#bodies/${one.id}"><span class="grow"><b>${one.name}</b><span>${KINDS[one.kind]}, ${one.organisation}</span></span></a></li>`)}</ul>`;
    return html`<a class="button plain back" href="#meetings">‹ Мероприятия</a><h1>Выборные органы</h1>${errorSummary(this.failure)}
      ${this.bodies.own.length ? lines(this.bodies.own) : html`<p class="panel empty">Своих органов пока нет.</p>`}
      ${this.bodies.above.length ? html`<h2>Вышестоящие: сюда можно направить делегатов</h2>${lines(this.bodies.above)}` : nothing}
      <form class="panel narrow" novalidate @submit=${this.#create}><h2>Новый орган</h2>
        ${field({ label: 'Название', name: 'name', hint: 'Например, XII отчётно-выборная конференция' })}
        <div class="field"><label for="kind">Вид</label><select id="kind" name="kind">${Object.entries(KINDS).map(([kind, name]) => html`<option value=${kind}>${name}</option>`)}</select></div>
        <label class="tick"><input type="checkbox" name="remote" />Участие на расстоянии считается</label>
        ${button('Создать', this.busy)}</form>`;
  }

  #one() {
    const line = [...this.bodies.own, ...this.bodies.above].find((one) => one.id === this.bodyId);
    return html`<a class="button plain back" href="#bodies">‹ Выборные органы</a><h1>${line?.name ?? 'Выборный орган'}</h1>${errorSummary(this.failure)}
      ${this.body ? this.#commission() : nothing} ${this.sent ? this.#delegates() : nothing}`;
  }

  #commission() {
    const { body } = this;
    const waiting = body.mandates.filter((one) => one.standing === 'SUBMITTED').length;
    return html`<section class="panel"><h2>Мандатная комиссия</h2>
      <p>Правомочен, если присутствует ${shareWords(body.share)}${body.base === null ? ' состоящих на учёте' : ` от ${body.base}`}. Сверьте с уставом.</p>
      ${waiting && !this.deciding ? html`<form novalidate @submit=${this.#confirm}>${field({ label: 'Решение комиссии', name: 'decision', value: 'Протокол мандатной комиссии № 1' })}${button(`Подтвердить все: ${waiting}`, this.busy)}</form>` : nothing}
      <ul class="last">${body.mandates.map((mandate) => this.#mandate(mandate))}</ul></section>`;
  }

  #mandate(mandate) {
    return html`<li><div class="row spread"><span>${mandate.number ? `№ ${mandate.number} ` : ''}<b>${mandate.name}</b><br /><small>${mandate.organisation}, протокол ${mandate.basis} от ${day(mandate.basisOn)}${mandate.vote === 'ADVISORY' ? ', совещательный голос' : ''}${mandate.isMember ? '' : ', на учёте не состоит'}</small></span><span class="mark ${mandate.standing === 'CONFIRMED' ? 'good' : ''}">${STANDINGS[mandate.standing]}</span></div>
      ${this.deciding === mandate.id ? this.#deciding(mandate) : acts(mandate.standing).length ? button('Решить отдельно', this.busy, { style: 'plain', onClick: () => (this.deciding = mandate.id) }) : nothing}</li>`;
  }

  #deciding(mandate) {
    return html`<form novalidate @submit=${(event) => this.#decide(event, mandate)}>
      <div class="field"><label for="act">Решение</label><select id="act" name="act">${acts(mandate.standing).map(([act, name]) => html`<option value=${act}>${name}</option>`)}</select></div>
      ${field({ label: 'Основание', name: 'decision' })}
      <div class="row">${button('Записать', this.busy)}${button('Не сейчас', false, { style: 'quiet', onClick: () => (this.deciding = null) })}</div></form>`;
  }

  #delegates() {
    const sent = new Set(this.sent.items.map((one) => one.name));
    const people = (this.people ?? []).filter((one) => !sent.has(fullName(one)));
    return html`<section class="panel"><h2>Делегаты нашей организации</h2>
      ${this.sent.seats === null ? nothing : html`<p>Мест: ${this.sent.seats}</p>`}
      <ul class="last">${this.sent.items.map((one) => html`<li><div class="row spread"><span>${one.name}</span><span class="mark">${STANDINGS[one.standing]}</span></div></li>`)}</ul>
      <form novalidate @submit=${this.#send}>
        <div class="field"><label for="person">Кого избрали</label><select id="person" name="person">${people.map((one) => html`<option value=${one.personId}>${fullName(one)}</option>`)}</select></div>
        ${field({ label: 'Номер протокола', name: 'basis' })}
        ${field({ label: 'Дата протокола', name: 'on', type: 'date', value: today() })}
        ${field({ label: 'Запасной: какой по порядку', name: 'place', mode: 'numeric', required: false, hint: 'Пусто, если это делегат' })}
        <label class="tick"><input type="checkbox" name="first" />Избран впервые</label>
        <label class="tick"><input type="checkbox" name="advisory" />С совещательным голосом</label>
        ${button('Внести', this.busy)}</form></section>`;
  }
}

/** What the commission may decide about a mandate. @param {string} standing */
function acts(standing) {
  const all = { REJECT: ['REJECT', 'Отклонить'], WITHDRAW: ['WITHDRAW', 'Отозвать'], REPLACE: ['REPLACE', 'Заменить первым запасным'] };
  return { SUBMITTED: [all.REJECT], ALTERNATE: [all.REJECT, all.WITHDRAW], CONFIRMED: [all.REPLACE, all.WITHDRAW], WITHDRAWN: [all.REPLACE] }[standing] ?? [];
}

customElements.define('desk-bodies', DeskBodies);
