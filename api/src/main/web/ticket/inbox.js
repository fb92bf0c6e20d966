import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, toast } from '../shared/elements.js';
import { day, when } from '../shared/dates.js';
import { CHANNELS } from './agree.js';
import { api, listConsents, withdraw } from './member.js';

const OWN = '/v1/member/messages';

const STATES = {
  PENDING: 'ждёт отправки', CLAIMED: 'отправляется', ACCEPTED: 'отправлено', DELIVERED: 'доставлено',
  BOUNCED: 'вернулось', UNCERTAIN: 'неизвестно, дошло ли', DEAD: 'не дошло',
};
const WHY_NOT = {
  NO_CONSENT: 'согласия нет', REFUSED: 'вы отказались', WITHDRAWN: 'вы отозвали согласие', MUTED: 'вы выключили рассылки', ADS_REFUSED: 'вы отказались от рекламы', ADS_NOT_COVERED: 'вы не соглашались на рекламу', MEMBERSHIP_ENDED: 'вы сняты с учёта',
  NO_ADDRESS: 'адреса нет', ADDRESS_DEAD: 'адрес не работает', ADDRESS_NOT_VERIFIED: 'адрес не подтверждён', EXPIRED: 'не успели в срок', CANCELLED: 'рассылку отменили', NO_ROUTE: 'способ не подключён',
};
const FORMS = { PAPER: 'на бумаге', ELECTRONIC: 'в билете' };

/** «Сообщения»: what the Union wrote to her, how she wants it, what was sent and why that was allowed. */
export class TicketInbox extends Screen {
  static properties = { messages: { state: true }, sent: { state: true }, wishes: { state: true }, consents: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.work(async () => {
      [{ messages: this.messages }, this.wishes, this.consents] = await Promise.all([api.get(OWN), api.get(`${OWN}/preferences`), listConsents()]);
    });
  }

  /** Opened is read, on all her phones. Without a network it stays unread until she opens it again. */
  #read(message, open) {
    if (!open || message.isRead) return;
    api.call('PUT', `${OWN}/${message.id}/read`).then(() => {
      message.isRead = true;
      this.requestUpdate();
    }).catch(() => {});
  }

  #openSent(event) {
    if (event.target.open && !this.sent) this.work(async () => (this.sent = (await api.get(`${OWN}/sent`)).lines));
  }

  #prefer(wishes) {
    return this.work(async () => {
      this.wishes = await api.call('PUT', `${OWN}/preferences`, { body: { ...this.wishes, ...wishes } });
      toast('Запомнили. Это уже действует');
    });
  }

  #mute(channel, on) {
    const others = this.wishes.muted.filter((one) => one !== channel);
    return this.#prefer({ muted: on ? others : [...others, channel] });
  }

  /** One tap, and in force at once: the words beside the button say what follows. */
  #withdraw(channel) {
    return this.work(async () => {
      this.consents = await withdraw({ purpose: 'MESSAGES', channel });
      this.sent = null;
      toast('Согласие отозвано. Это уже действует');
    });
  }

  render() {
    return html`<a class="button plain back" href="#">‹ Мой билет</a>
      <h1>Сообщения</h1>
      ${errorSummary(this.failure)}
      ${this.messages ? this.#list() : this.failure ? nothing : loading()}
      ${this.wishes && this.consents ? this.#wishes() : nothing}
      <details class="panel" @toggle=${this.#openSent}><summary>Что мне отправляли и почему</summary>${this.sent ? this.#sent() : loading()}</details>`;
  }

  #list() {
    if (!this.messages.length) return html`<p class="panel empty">Сообщений пока нет. Читать их здесь можно без всякого согласия.</p>`;
    return this.messages.map((one, place) => html`<details class="panel message" ?open=${place === 0} @toggle=${(event) => this.#read(one, event.target.open)}>
      <summary>${one.isRead ? nothing : html`<span class="unread"><span class="visually-hidden">Не прочитано. </span></span>`}<span><b>${one.subject}</b><br /><small class="soft">${one.category === 'AD' ? 'Реклама, ' : ''}${when(one.at)}</small></span></summary><p class="lines">${one.body}</p></details>`);
  }

  #wishes() {
    return html`<section class="panel purpose"><h2>Как присылать рассылки</h2>
      ${Object.entries(CHANNELS).map(([channel, name]) => this.#channel(channel, name))}
      <p class="soft">Без рассылок придут только сообщения о вас, например что билет готов. Если отозвать согласие, не придёт ничего: читать можно здесь.</p>
      <label class="tick"><input type="checkbox" .checked=${this.wishes.ads} ?disabled=${this.busy} @change=${(event) => this.#prefer({ ads: event.target.checked })} /><span><b>Реклама</b><br /><span class="soft">${this.wishes.ads ? 'Приходит там, где вы на неё согласились' : 'Не приходит никаким способом'}</span></span></label>
      <div class="field"><label for="language">Язык сообщений</label>
        <select id="language" @change=${(event) => this.#prefer({ language: event.target.value })}>
          <option value="RU" ?selected=${this.wishes.language === 'RU'}>Русский</option><option value="EN" ?selected=${this.wishes.language === 'EN'}>English</option></select></div>
    </section>`;
  }

  #channel(channel, name) {
    const given = this.consents.some((one) => one.channel === channel && one.state === 'GIVEN');
    if (!given) return html`<div class="channel"><span><b>${name}</b><br /><span class="soft">✖ Согласия нет, ничего не приходит</span></span><a class="button quiet" href="#consents">Согласия</a></div>`;
    const on = !this.wishes.muted.includes(channel);
    return html`<div class="channel"><label class="tick"><input type="checkbox" .checked=${on} ?disabled=${this.busy} @change=${(event) => this.#mute(channel, event.target.checked)} /><span><b>${name}</b><br /><span class="soft">${on ? 'Рассылки приходят' : 'Рассылки выключены'}</span></span></label>
      ${button(html`Отозвать согласие<span class="visually-hidden"> ${name}</span>`, this.busy, { style: 'quiet', onClick: () => this.#withdraw(channel) })}</div>`;
  }

  #sent() {
    if (!this.sent.length) return html`<p>Ещё ничего.</p>`;
    return html`<ul class="history">${this.sent.map((one) => html`<li><b>${one.subject ?? 'Билет выдан'}</b>${one.category === 'AD' ? ' (реклама)' : ''}<br />${CHANNELS[one.channel]}: ${one.withheldReason ? `не отправлялось, ${WHY_NOT[one.withheldReason] ?? one.withheldReason}` : STATES[one.state] ?? one.state}, ${when(one.at)}
      ${one.consentSignedOn ? html`<br /><small class="soft">По вашему согласию от ${day(one.consentSignedOn)} ${FORMS[one.consentForm] ?? ''}, текст ${one.consentText}</small>` : nothing}</li>`)}</ul>`;
  }
}

customElements.define('ticket-inbox', TicketInbox);
