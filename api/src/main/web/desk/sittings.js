import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { time } from '../shared/dates.js';
import { acting } from './session.js';
import { PAPERS, VERDICTS, doubts, shareWords } from './quorum-words.js';
import { addSitting, freezePaper, listBodies, printPaper, recordVote, showSittings, takeAway, takeSnapshot } from './sittings-api.js';

const EXPORTS = [
  ['attendance', 'Список в Excel', 'spisok.xlsx'],
  ['attendance/print', 'Список на печать', 'spisok.pdf'],
  ['badges', 'Бейджи', 'badges.pdf'],
  ['certificates', 'Справки об участии', 'spravki.pdf'],
];

/** Bodies that sit at a meeting: snapshots before votes, what votes came to, papers. */
export class DeskSittings extends Screen {
  static properties = { meetingId: {}, sittings: { state: true }, bodies: { state: true } };

  willUpdate(changed) {
    if (!changed.has('meetingId')) return;
    this.work(async () => {
      const [sittings, bodies] = await Promise.all([showSittings(this.meetingId), listBodies(acting().organisationId)]);
      this.#take(sittings);
      this.bodies = bodies.own;
    });
  }

  /** Every answer is the whole page anew; the next request is another one. */
  #take(sittings) {
    this.key = newId();
    this.sittings = sittings;
  }

  #do(request, done) {
    return this.work(async () => {
      this.#take(await request());
      toast(done);
    });
  }

  #add(event) {
    event.preventDefault();
    const bodyId = new FormData(event.target).get('body');
    this.#do(() => addSitting(this.meetingId, { bodyId }, this.key), 'Орган заседает: его делегаты в списке');
  }

  async #snapshot(event, sitting) {
    event.preventDefault();
    const form = event.target;
    const word = wordsOf(form, sitting);
    const present = word('present');
    const recount = present ? { present: Number(present), firstSigner: word('first'), secondSigner: word('second') } : null;
    await this.#do(() => takeSnapshot(this.meetingId, sitting.id, { reason: word('reason'), recount }, this.key), 'Присутствие зафиксировано');
    if (!this.failure) form.reset();
  }

  async #vote(event, sitting) {
    event.preventDefault();
    const form = event.target;
    const word = wordsOf(form, sitting);
    const number = (/** @type {string} */ name) => Number(word(name));
    const vote = { snapshotId: sitting.snapshots.at(-1).id, question: word('question'), secret: form.secret.checked, issued: number('issued'), inFavour: number('for'), against: number('against'), abstained: number('abstained') };
    await this.#do(() => recordVote(this.meetingId, sitting.id, vote, this.key), 'Голосование записано');
    if (!this.failure) form.reset();
  }

  #freeze(sitting, kind) {
    this.#do(() => freezePaper(this.meetingId, sitting.id, { kind, signers: [] }, this.key), 'Документ готов');
  }

  render() {
    return html`<a class="button plain back" href="#meetings/${this.meetingId}">‹ Мероприятие</a>
      <div class="head"><h1>Кворум</h1><a class="button quiet" href="#hall/${this.meetingId}">Экран зала</a></div>
      ${errorSummary(this.failure)}
      ${!this.sittings ? (this.failure ? nothing : loading()) : html`${this.sittings.items.map((sitting) => this.#sitting(sitting))}${this.#adding()}`}`;
  }

  #adding() {
    const sitting = new Set(this.sittings.items.map((one) => one.bodyId));
    const bodies = (this.bodies ?? []).filter((body) => !sitting.has(body.id));
    return html`<form class="panel narrow" novalidate @submit=${this.#add}><h2>Кто заседает</h2>
      ${bodies.length ? html`<div class="field"><label for="body">Выборный орган</label><select id="body" name="body">${bodies.map((body) => html`<option value=${body.id}>${body.name}</option>`)}</select></div>${button('Добавить', this.busy)}` : html`<p class="soft">Сначала внесите выборный орган и его мандаты.</p>`}
      <a class="button quiet" href="#bodies">Выборные органы</a></form>`;
  }

  #sitting(sitting) {
    const { figures } = sitting;
    const verdict = VERDICTS[figures.verdict];
    return html`<section class="panel"><h2>${sitting.body}</h2>
      <p class="big-sum">${figures.confirmed} <span class="soft">из ${figures.base}</span></p>
      <p class="soft">Нужно ${figures.needed} (${shareWords(sitting.share)})</p>
      <p class="notice ${verdict.style}">${verdict.sign} ${verdict.word}</p>
      ${doubts(sitting).map((doubt) => html`<p class="notice warn">${doubt}</p>`)}
      ${figures.notMembers ? html`<p class="notice warn">Мандаты людей, которые на учёте уже не состоят: ${figures.notMembers}. Решает мандатная комиссия.</p>` : nothing}
      <p><a class="button quiet" href="#bodies/${sitting.bodyId}">Мандаты</a></p>
      ${this.#snapshots(sitting)} ${sitting.snapshots.length ? this.#votes(sitting) : nothing} ${this.#papers(sitting)} ${this.#exports(sitting)}</section>`;
  }

  #snapshots(sitting) {
    const at = nameFor(sitting);
    return html`<h3>Присутствие</h3>
      <ul class="last">${sitting.snapshots.map((one) => html`<li class="row spread"><span><b>${one.number}. ${one.reason}</b><br /><small>${time(one.at, this.sittings.zone)}${one.signers.length ? `, посчитали: ${one.signers.join(', ')}` : ''}</small></span><span class="mark ${VERDICTS[one.figures.verdict].style}">${one.figures.confirmed} из ${one.figures.base}</span></li>`)}</ul>
      <form novalidate @submit=${(event) => this.#snapshot(event, sitting)}>
        ${field({ label: 'Повод', name: at('reason'), value: sitting.snapshots.length ? 'Перед голосованием' : 'Открытие' })}
        <details><summary>Посчитали вручную</summary>
          ${field({ label: 'Сколько присутствует', name: at('present'), mode: 'numeric', required: false })}
          ${field({ label: 'Кто считал', name: at('first'), required: false })}
          ${field({ label: 'И ещё кто', name: at('second'), required: false })}</details>
        ${button('Зафиксировать присутствие', this.busy)}</form>`;
  }

  #votes(sitting) {
    const at = nameFor(sitting);
    return html`<h3>Голосования</h3>
      <ul class="last">${sitting.votes.map((vote) => html`<li><b>${vote.question}</b><br /><small>за ${vote.inFavour}, против ${vote.against}, воздержались ${vote.abstained}; выдано ${vote.issued}, присутствие № ${vote.snapshot}${vote.secret ? ', тайное' : ''}</small></li>`)}</ul>
      <details><summary>Записать голосование</summary><form novalidate @submit=${(event) => this.#vote(event, sitting)}>
        ${field({ label: 'Вопрос', name: at('question') })}
        ${field({ label: 'Голосовали или получили бюллетень', name: at('issued'), mode: 'numeric' })}
        ${field({ label: 'За', name: at('for'), mode: 'numeric' })}
        ${field({ label: 'Против', name: at('against'), mode: 'numeric', value: '0' })}
        ${field({ label: 'Воздержались', name: at('abstained'), mode: 'numeric', value: '0' })}
        <label class="tick"><input type="checkbox" name="secret" />Тайное голосование</label>
        ${button('Записать', this.busy)}</form></details>`;
  }

  #papers(sitting) {
    return html`<h3>Документы</h3>
      <ul class="last">${sitting.papers.map((paper) => html`<li class="row spread"><span>${PAPERS[paper.kind]}, редакция ${paper.version}<br /><small class="number">${paper.hash.slice(0, 16)}…</small></span>${button('Скачать', this.busy, { style: 'plain', onClick: () => this.work(async () => save(await printPaper(this.meetingId, sitting.id, paper.id), 'dokument.pdf')) })}</li>`)}</ul>
      <div class="row">${Object.entries(PAPERS).map(([kind, name]) => button(name, this.busy, { style: 'quiet', onClick: () => this.#freeze(sitting, kind) }))}</div>`;
  }

  #exports(sitting) {
    return html`<h3>Выгрузить</h3><div class="row">${EXPORTS.map(([what, name, file]) => button(name, this.busy, { style: 'plain', onClick: () => this.work(async () => save(await takeAway(this.meetingId, sitting.listId, what), file)) }))}</div>`;
  }
}

/** Two bodies may sit at one meeting: each has fields of its own. @param {{id: string}} sitting */
function nameFor({ id }) {
  return (/** @type {string} */ name) => `${name}-${id}`;
}

/** @param {HTMLFormElement} form @param {{id: string}} sitting */
function wordsOf(form, sitting) {
  const data = new FormData(form);
  const at = nameFor(sitting);
  return (/** @type {string} */ name) => String(data.get(at(name)) ?? '').trim();
}

customElements.define('desk-sittings', DeskSittings);
