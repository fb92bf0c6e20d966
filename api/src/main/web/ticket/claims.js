import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, toast } from '../shared/elements.js';
import { day } from '../shared/dates.js';
import { confirmClaim, listClaims, refuseClaim } from './member.js';

/** Another primary asks for me: I answer here, or my chair does. Nothing is shown where nobody asks. */
export class TicketClaims extends Screen {
  static properties = { claims: { state: true }, refusing: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    // Without a network the ticket stands alone; the question waits.
    listClaims().then((claims) => (this.claims = claims)).catch(() => {});
  }

  async #confirm(claim) {
    const transfer = claim.wish === 'TRANSFER';
    const sure = await confirm({
      title: transfer ? 'Перейти на учёт?' : 'Подтвердить совместительство?',
      text: transfer ? `С этого дня вы на учёте в «${claim.to}». Билет и согласия остаются с вами.` : `Основной учёт остаётся, где был. «${claim.to}» увидит вас как совместителя.`,
      yes: transfer ? 'Перейти' : 'Подтвердить',
    });
    if (sure) this.#answer(() => confirmClaim(claim.id), transfer ? 'Вы на учёте в новой организации' : 'Подтверждено');
  }

  #refuse(event, claim) {
    event.preventDefault();
    const reason = String(new FormData(event.target).get('reason')).trim();
    if (reason) this.#answer(() => refuseClaim(claim.id, reason), 'Ответ отправлен');
  }

  #answer(act, said) {
    return this.work(async () => {
      await act();
      toast(said);
      this.refusing = null;
      this.claims = await listClaims();
      this.dispatchEvent(new CustomEvent('activated', { bubbles: true }));
    });
  }

  render() {
    return html`${errorSummary(this.failure)}${this.claims?.map((claim) => this.#claim(claim)) ?? nothing}`;
  }

  #claim(claim) {
    const transfer = claim.wish === 'TRANSFER';
    return html`<section class="panel"><h2>${transfer ? 'Вас просят перевести' : 'Вас просят записать совместителем'}</h2>
      <p>«${claim.to}» с ${day(claim.wantedOn)}.</p>
      <p class="soft">Ответить можете вы или ваш председатель.${claim.dueOn ? ` Если никто не ответит, согласие запишется само ${day(claim.dueOn)}.` : ''}</p>
      ${this.refusing === claim.id
        ? html`<form novalidate @submit=${(event) => this.#refuse(event, claim)}>${field({ label: 'Почему нет', name: 'reason', hint: 'Прочтёт председатель, который просит. Например: я там не работаю' })}
            <div class="row">${button('Отказать', this.busy, { style: 'danger' })}${button('Не отказывать', false, { style: 'quiet', onClick: () => (this.refusing = null) })}</div></form>`
        : html`<div class="row">${button(transfer ? 'Да, перевести' : 'Да, подтвердить', this.busy, { onClick: () => this.#confirm(claim) })}${button('Нет…', false, { style: 'quiet', onClick: () => (this.refusing = claim.id) })}</div>`}
    </section>`;
  }
}

customElements.define('ticket-claims', TicketClaims);
