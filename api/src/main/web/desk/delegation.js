import { html } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day } from '../shared/dates.js';
import { delegateWork, revokeDelegation, showDelegation } from './register.js';

/** A primary without a computer gives its work to the organisation above, for a term, until it says stop. */
export class DeskDelegation extends Screen {
  static properties = { primary: {}, given: { state: true } };

  willUpdate(changed) {
    if (!changed.has('primary')) return;
    this.key = newId();
    this.work(async () => (this.given = await showDelegation(this.primary)));
  }

  #give(event) {
    event.preventDefault();
    const until = String(new FormData(event.target).get('until'));
    this.work(async () => {
      this.given = await delegateWork(this.primary, until, this.key);
      toast('Учёт поручен');
    });
  }

  async #revoke() {
    const sure = await confirm({ title: 'Отозвать поручение?', text: `${this.given.office} сразу потеряет доступ к вашему списку.`, yes: 'Отозвать поручение', danger: true });
    if (!sure) return;
    this.work(async () => {
      await revokeDelegation(this.primary);
      this.key = newId();
      this.given = await showDelegation(this.primary);
      toast('Поручение отозвано');
    });
  }

  render() {
    if (!this.given) return this.failure ? errorSummary(this.failure) : loading();
    return html`<a class="button plain back" href="#">‹ Сделать сейчас</a>
      <h1>Поручить учёт</h1>
      ${errorSummary(this.failure)}
      <section class="panel narrow">${this.given.until ? this.#now() : this.#offer()}</section>
      <p class="help">Каждый член вашей первички видит у себя в билете, кто открывал его запись.</p>`;
  }

  #now() {
    return html`<p><b>${this.given.office}</b> ведёт учёт от имени вашей первички. Поручение заканчивается ${day(this.given.until)}.</p>
      ${button('Отозвать поручение', this.busy, { style: 'danger', onClick: () => this.#revoke() })}`;
  }

  #offer() {
    return html`<p>Нет компьютера или интернета? <b>${this.given.office}</b> может вести список, согласия и заявки от имени вашей первички. Вы остаётесь ответственной организацией и можете отозвать поручение в любой день.</p>
      <form novalidate @submit=${this.#give}>
        ${field({ label: 'Первый день без поручения', name: 'until', type: 'date', hint: 'Не дольше года' })}
        ${button('Поручить учёт', this.busy)}</form>`;
  }
}

customElements.define('desk-delegation', DeskDelegation);
