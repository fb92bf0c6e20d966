import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { digits, isTicketNumber, isoDate } from '../shared/numbers.js';
import { plural } from '../shared/plural.js';
import { message, previewPanel, progressPanel } from './campaign-parts.js';
import { STATES } from './campaign-words.js';
import { doCampaign, previewCampaign, showCampaign, testCampaign } from './campaigns-api.js';

const EVERY = 5_000;

/** One campaign: looked over, tried on oneself, sent, watched, stopped. */
export class DeskCampaign extends Screen {
  static properties = { organisation: {}, campaignId: {}, view: { state: true }, preview: { state: true }, errors: { state: true } };

  willUpdate(changed) {
    if (!changed.has('campaignId')) return;
    this.view = this.preview = null;
    this.errors = {};
    this.work(() => this.#load());
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch = setInterval(() => this.view?.state === 'RUNNING' && document.visibilityState === 'visible' && this.#look(), EVERY);
  }

  disconnectedCallback() {
    clearInterval(this.watch);
    super.disconnectedCallback();
  }

  /** A look that fails is made good by the next one. */
  async #look() {
    this.view = await showCampaign(this.organisation, this.campaignId).catch(() => this.view);
  }

  async #load() {
    this.view = await showCampaign(this.organisation, this.campaignId);
    if (this.view.state === 'DRAFT') this.preview = await previewCampaign(this.organisation, this.campaignId);
  }

  #do(deed, words) {
    return this.work(async () => {
      this.view = await doCampaign(this.organisation, this.campaignId, deed);
      toast(words);
    });
  }

  async #send() {
    const { audience, needsApproval } = this.preview;
    const sure = await confirm({
      title: `Отправить: ${plural(audience, 'person')}?`,
      text: needsApproval ? 'Получателей больше 1 000: рассылка уйдёт, когда её утвердит другой человек.' : 'Изменить текст после отправки нельзя.',
      yes: needsApproval ? 'Отправить на утверждение' : 'Отправить', no: 'Не отправлять',
    });
    if (sure) await this.#do('send', needsApproval ? 'Рассылка ждёт утверждения' : 'Рассылка отправляется');
  }

  async #cancel() {
    const sure = await confirm({ title: 'Отменить рассылку?', text: 'Что уже отправлено, не вернуть. Остальное не уйдёт. Продолжить потом будет нельзя.', yes: 'Отменить рассылку', danger: true });
    if (sure) await this.#do('cancel', 'Рассылка отменена');
  }

  #test(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const ticketNumber = digits(String(form.get('ticketNumber')));
    const birthDate = isoDate(String(form.get('birthDate')));
    this.errors = {
      ...(isTicketNumber(ticketNumber) ? {} : { ticketNumber: 'Десять цифр с вашего билета' }),
      ...(birthDate ? {} : { birthDate: 'День, месяц и год, например 01.09.1980' }),
    };
    if (Object.keys(this.errors).length) return;
    this.work(async () => {
      await testCampaign(this.organisation, this.campaignId, { ticketNumber, birthDate });
      toast('Если это ваш билет и вы согласились на сообщения, проверка придёт через минуту');
    });
  }

  render() {
    const { view } = this;
    return html`<a class="button plain back" href="#campaigns">‹ Рассылки</a>
      ${errorSummary(this.failure)}
      ${!view ? (this.failure ? nothing : loading()) : html`
        <div class="head"><h1>${view.campaign.words.subject}</h1><span class="mark ${STATES[view.state][1]}">${STATES[view.state][0]}</span></div>
        ${view.returnReason ? html`<p class="notice warn">Вернули: ${view.returnReason}</p>` : nothing}
        ${view.state === 'DRAFT' ? this.#draft() : this.#sent()}`}`;
  }

  #draft() {
    return html`${this.preview ? previewPanel(this.preview) : loading('Считаем, кому придёт…')}
      ${message(this.view)}
      ${this.view.campaign.channels.length ? html`<details class="panel narrow"><summary>Отправить себе для проверки</summary>
        <form novalidate @submit=${this.#test}>
          ${field({ label: 'Номер вашего билета', name: 'ticketNumber', mode: 'numeric', error: this.errors.ticketNumber })}
          ${field({ label: 'Ваша дата рождения', name: 'birthDate', hint: 'Например, 01.09.1980', error: this.errors.birthDate })}
          ${button('Отправить себе', this.busy, { style: 'quiet' })}</form></details>` : nothing}
      <div class="row">${button('Отправить…', this.busy, { disabled: !this.preview?.audience, onClick: () => this.#send() })}
        <a class="button quiet" href="#campaigns/${this.campaignId}/edit">Изменить</a>
        ${button('Удалить черновик', this.busy, { style: 'plain', onClick: () => this.#do('cancel', 'Черновик удалён') })}</div>`;
  }

  #sent() {
    const { state } = this.view;
    return html`${state === 'WAITING'
        ? html`<p class="notice">Получателей ${plural(this.view.recipients, 'person')}. Утвердить должен другой человек: из вашей организации или из вышестоящей. Он увидит рассылку в разделе «Рассылки».</p>`
        : progressPanel(this.view)}
      <div class="row">
        ${state === 'RUNNING' ? button('Приостановить', this.busy, { style: 'quiet', onClick: () => this.#do('pause', 'Больше ничего не уходит') }) : nothing}
        ${state === 'PAUSED' ? button('Продолжить', this.busy, { onClick: () => this.#do('resume', 'Рассылка продолжается') }) : nothing}
        ${['WAITING', 'RUNNING', 'PAUSED'].includes(state) ? button('Отменить рассылку', this.busy, { style: 'quiet', onClick: () => this.#cancel() }) : nothing}</div><br />
      ${message(this.view)}`;
  }
}

customElements.define('desk-campaign', DeskCampaign);
