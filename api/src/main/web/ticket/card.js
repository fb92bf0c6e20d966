import { html, nothing } from 'lit';
import { Screen, confirm, errorSummary, toast, track } from '../shared/elements.js';
import { day, when } from '../shared/dates.js';
import { inFours, phone } from '../shared/numbers.js';
import { countUnread, forgetThisPhone } from './member.js';
import { cardTrack, cardWords, shownStatus } from './statuses.js';
import { isApple, isInstalled } from './surroundings.js';
import { isLockable } from './vault.js';

// Drawing and proving come after the name and the number are on the screen.
import('./code.js').catch(() => {});
import('./claims.js').catch(() => {});

/** The card itself: what is shown at a door, in a shop, to a colleague. */
export class TicketCard extends Screen {
  static properties = { card: { attribute: false }, checkedAt: { attribute: false }, online: { type: Boolean }, installer: { attribute: false }, unread: { state: true } };

  /** Without a network nothing is counted, and the last count stands. */
  willUpdate(changed) {
    if (this.online && changed.has('checkedAt')) countUnread().then((unread) => (this.unread = unread)).catch(() => {});
  }

  render() {
    const { card } = this;
    const status = shownStatus(card.status, card.statusText, card.endedOn && day(card.endedOn));
    return html`
      <h1 class="visually-hidden">Мой билет</h1>
      ${errorSummary(this.failure)}
      <article class="ticket">
        <div class="ticket-head">
          <p class="union">${card.unionName}</p>
          <p class="holder">${card.fullName}</p>
        </div>
        <div class="ticket-body">
          <p class="ticket-number" aria-label="Номер билета ${inFours(card.ticketNumber)}">${inFours(card.ticketNumber)}</p>
          <p><span class="mark ${status.tone}">${status.sign} ${status.statusText}</span></p>
          ${status.advice ? html`<p class="soft">${status.advice}</p>` : nothing}
          ${status.hidesCode ? nothing : html`<ticket-code .card=${{ ...card, ...status }}></ticket-code>`}
        </div>
      </article>
      <p class="checked" role="status">${this.online ? html`Проверено ${when(this.checkedAt)}` : html`Нет связи. Билет работает без интернета`}</p>
      ${this.online ? html`<ticket-claims></ticket-claims>` : nothing}
      ${this.installer === null || isInstalled() || isLockable() ? nothing : install(this.installer)}
      <ul class="list">
        ${card.plastic
          ? html`<li><a href="#card"><span class="grow"><b>Где моя карта</b><span>${cardWords(card.plastic.status)}</span></span></a></li>`
          : nothing}
        <li><a href="#inbox"><span class="grow"><b>Сообщения</b><span>Прочитать, выбрать, как присылать</span></span>${this.unread ? html`<span class="mark info"><span class="visually-hidden">Непрочитанных: </span>${this.unread}</span>` : nothing}</a></li>
        <li><a href="#consents"><span class="grow"><b>Мои согласия</b><span>Посмотреть и отозвать</span></span></a></li>
        <li><a href="#record"><span class="grow"><b>Мои данные</b><span>Посмотреть и исправить</span></span></a></li>
        <li><a href="#phones"><span class="grow"><b>Мои телефоны</b><span>Где открыт билет, потерян телефон</span></span></a></li>
        <li><a href="#views"><span class="grow"><b>Кто видел мои данные</b><span>Кто, когда и зачем</span></span></a></li>
        ${isLockable() ? nothing : html`<li><a href="#messages"><span class="grow"><b>Уведомления</b><span>Включить на этом телефоне</span></span></a></li>`}
      </ul>
      <div class="panel">
        <h2>Моя организация</h2>
        <p>${card.organisationName}</p>
        ${help(card)}
      </div>
      <p>${isLockable()
        ? html`<button class="quiet wide" type="button" @click=${() => this.#say('closed')}>Закрыть билет</button>`
        : html`<button class="plain" type="button" @click=${() => this.#say('another')}>Билет другого человека</button>`}</p>
      <p><button class="plain" type="button" @click=${this.#forget}>Убрать билет с этого телефона</button></p>`;
  }

  async #forget() {
    const sure = await confirm({
      title: 'Убрать билет с этого телефона?',
      text: 'Членство не прекратится. Чтобы вернуть билет, понадобится новый листок от председателя.',
      yes: 'Убрать билет',
      danger: true,
    });
    if (!sure) return;
    await this.work(forgetThisPhone);
    toast('Билет убран с этого телефона');
    this.#say('forgotten');
  }

  #say(name) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }
}

export function help(card) {
  if (!card.helpPhone) return html`<p class="soft">Вопросы — к председателю первичной организации.</p>`;
  return html`<p class="soft">Помощь${card.helpName ? html`: ${card.helpName}` : nothing}</p>
    <a class="button quiet wide call" href="tel:${card.helpPhone}">☎ ${phone(card.helpPhone)}</a>`;
}

/** The way of the plastic card. */
export function whereIsMyCard(card) {
  const steps = cardTrack(card.plastic.status, card.plastic.history ?? []);
  return html`
    <a class="button plain back" href="#">‹ Мой билет</a>
    <h1>Где моя карта</h1>
    <div class="panel">${track(steps.map((step) => ({ ...step, note: step.at ? day(step.at) : nothing })))}</div>
    ${card.plastic.status === 'AT_PRIMARY' ? html`<p class="notice good">Карту можно получить у председателя.</p>` : nothing}
    <div class="panel">${help(card)}</div>`;
}

function install(installer) {
  if (isApple()) {
    return html`<details class="panel"><summary>Добавить на экран «Домой»</summary>
      <p>Так билет открывается одним касанием и не удаляется браузером.</p>
      <ol><li>Нажмите «Поделиться» <span aria-hidden="true">⎋</span> внизу экрана.</li><li>Выберите «На экран “Домой”».</li><li>Нажмите «Добавить».</li></ol></details>`;
  }
  if (!installer) return nothing;
  return html`<p><button class="quiet wide" type="button" @click=${() => installer.prompt()}>Добавить билет на экран телефона</button></p>`;
}

customElements.define('ticket-card', TicketCard);
