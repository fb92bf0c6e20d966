import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { day, today } from '../shared/dates.js';
import { cancelRequest, endLink, grantClaim, listClaims, listRequests, refuseClaim } from './register.js';
import { fullName } from './words.js';
import './takeovers.js';

const STATES = { WAITING: ['Ждёт ответа', 'info'], GRANTED: ['Согласились', 'good'], REFUSED: ['Отказали', 'bad'], CANCELLED: ['Отозван', ''] };

/** Whom other primaries ask for, and whom this one has asked for. */
export class DeskTransfers extends Screen {
  static properties = { primary: {}, claims: { state: true }, requests: { state: true }, refusing: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#load());
  }

  async #load() {
    [this.claims, this.requests] = await Promise.all([listClaims(this.primary), listRequests(this.primary)]);
    this.refusing = null;
  }

  async #grant(claim) {
    const transfer = claim.wish === 'TRANSFER';
    const sure = await confirm({
      title: transfer ? 'Отпустить?' : 'Подтвердить совместителя?',
      text: transfer ? `${fullName(claim)} с ${day(claim.wantedOn)} на учёте в «${claim.to}». Билет и согласия переходят вместе с человеком.` : `Основное место ${fullName(claim)} остаётся у вас.`,
      yes: transfer ? 'Отпустить' : 'Подтвердить',
    });
    if (!sure) return;
    this.#do(() => grantClaim(this.primary, claim.id, null), transfer ? 'Перевод записан' : 'Совместитель подтверждён');
  }

  #refuse(event, claim) {
    event.preventDefault();
    const reason = String(new FormData(event.target).get('reason')).trim();
    if (reason) this.#do(() => refuseClaim(this.primary, claim.id, reason), 'Отказ отправлен');
  }

  #do(act, said) {
    return this.work(async () => {
      await act();
      toast(said);
      await this.#load();
    });
  }

  render() {
    return html`<div class="head"><h1>Переводы и совместители</h1><a class="button" href="#ask-for">Попросить человека</a></div>
      ${errorSummary(this.failure)}
      <desk-takeovers .primary=${this.primary}></desk-takeovers>
      ${this.claims ? html`${this.#incoming()}${this.#outgoing()}` : this.failure ? nothing : loading()}`;
  }

  #incoming() {
    return html`<h2>Просят у вас</h2>
      ${this.claims.length ? this.claims.map((claim) => this.#claim(claim)) : html`<p class="panel empty">Никого не просят.</p>`}`;
  }

  #claim(claim) {
    return html`<section class="panel narrow"><h3><a href="#person/${claim.personId}">${fullName(claim)}</a></h3>
      <p>${claim.wish === 'TRANSFER' ? 'Перевод' : 'Совместительство'} с ${day(claim.wantedOn)}: ${claim.to}</p>
      ${claim.match === 'LIKELY' ? html`<p class="notice warn">Имя или дата рождения записаны чуть иначе. Проверьте, тот ли это человек.</p>` : nothing}
      ${claim.dueOn ? html`<p class="soft">Если не ответить, согласие запишется само ${day(claim.dueOn)}.</p>` : nothing}
      ${this.refusing === claim.id
        ? html`<form novalidate @submit=${(event) => this.#refuse(event, claim)}>${field({ label: 'Почему', name: 'reason', hint: 'Прочтёт председатель, который просит' })}
            <div class="row">${button('Отказать', this.busy, { style: 'danger' })}${button('Не отказывать', false, { style: 'quiet', onClick: () => (this.refusing = null) })}</div></form>`
        : html`<div class="row">${button(claim.wish === 'TRANSFER' ? 'Отпустить' : 'Подтвердить', this.busy, { onClick: () => this.#grant(claim) })}${button('Отказать…', false, { style: 'quiet', onClick: () => (this.refusing = claim.id) })}</div>`}
    </section>`;
  }

  #outgoing() {
    return html`<h2>Просите вы</h2>
      ${this.requests.length ? html`<ul class="list">${this.requests.map((request) => this.#request(request))}</ul>` : html`<p class="panel empty">Запросов пока нет.</p>`}`;
  }

  #request(request) {
    const [state, tone] = STATES[request.state] ?? [request.state, ''];
    const linked = request.wish === 'SECONDARY' && request.state === 'GRANTED' && !request.linkEndedOn;
    const words = html`<span class="grow"><b>${fullName(request)}</b><span>${request.wish === 'TRANSFER' ? 'Перевод' : 'Совместитель'} с ${day(request.linkedOn ?? request.wantedOn)}${request.linkEndedOn ? ` до ${day(request.linkEndedOn)}` : ''}${request.answer ? `. ${request.answer}` : ''}</span></span>
      <span class="mark ${tone}">${request.linkEndedOn ? 'Закончено' : state}</span>`;
    return html`<li>${request.personId ? html`<a href="#person/${request.personId}">${words}</a>` : html`<div class="line">${words}</div>`}
      ${request.state === 'WAITING' ? button('Отозвать', this.busy, { style: 'plain', onClick: () => this.#do(() => cancelRequest(this.primary, request.id), 'Запрос отозван') }) : nothing}
      ${linked ? button('Больше не совместитель', this.busy, { style: 'plain', onClick: () => this.#do(() => endLink(this.primary, request.id, today()), 'Записано') }) : nothing}</li>`;
  }
}

customElements.define('desk-transfers', DeskTransfers);
