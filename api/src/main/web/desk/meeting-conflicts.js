import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, toast } from '../shared/elements.js';
import { time } from '../shared/dates.js';
import { listConflicts, rule } from './meetings-api.js';

const KINDS = {
  DOUBLE_ADMISSION: 'Вошёл в двух местах. Возможно, билет передали другому.',
  REVOKED_ADMITTED: 'Впустили без связи, а билет или учёт уже не действовал.',
  SERVER_REFUSED_DEVICE_ADMITTED: 'Телефон впустил без связи, по правилам нельзя.',
  SERVER_ADMITTED_DEVICE_REFUSED: 'Ответ потерялся: человека не впустили, хотя было можно.',
  EXIT_WITHOUT_ENTRY: 'Вышел, а вход не отмечен.',
  LATE_UPLOAD: 'Отметка пришла, когда регистрация уже закончилась.',
  CLOCK_UNTRUSTED: 'Часы телефона были неверны: время отметки примерное.',
  UNKNOWN_RESOLVED: 'Сначала не опознали, потом нашли человека.',
  PERSON_MERGED: 'Две записи одного человека: считаем один раз.',
  SEQ_GAP: 'С телефона пришли не все отметки.',
  QUARANTINED: 'Отметка пришла с отключённого телефона.',
};
const RULINGS = { COUNT: 'Считать', STRIKE: 'Не считать', ACCEPT: 'Принять к сведению' };

/** What doors and server told differently; whoever is in charge says what counts, and why. */
export class MeetingConflicts extends Screen {
  static properties = { meetingId: {}, zone: {}, items: { state: true }, ruling: { state: true } };

  willUpdate(changed) {
    if (changed.has('meetingId')) this.work(() => this.#load());
  }

  async #load() {
    this.items = (await listConflicts(this.meetingId)).items;
  }

  #rule(event) {
    event.preventDefault();
    const note = String(new FormData(event.target).get('note')).trim();
    const { conflict, ruling } = this.ruling;
    this.work(async () => {
      this.items = (await rule(this.meetingId, conflict.id, { ruling, note })).items;
      this.ruling = null;
      toast('Решение записано');
      this.dispatchEvent(new CustomEvent('ruled', { bubbles: true }));
    });
  }

  render() {
    if (!this.items?.length) return errorSummary(this.failure) ?? nothing;
    return html`<section class="panel" data-conflicts><h2>Спорные отметки</h2>${errorSummary(this.failure)}
      <ul class="last">${this.items.map((item) => this.#line(item))}</ul></section>`;
  }

  #line(conflict) {
    const who = [conflict.shortName, conflict.effectiveAt ? time(conflict.effectiveAt, this.zone) : '', conflict.door].filter(Boolean).join(', ');
    return html`<li><span><b>${who}</b><br />${KINDS[conflict.kind]}${conflict.missing ? html` Номера: ${conflict.missing}.` : nothing}</span>
      ${this.ruling?.conflict === conflict ? this.#form() : conflict.ruling
        ? html`<span class="mark">${RULINGS[conflict.ruling]}</span>`
        : html`<span class="row">${conflict.rulings.map((ruling) => button(RULINGS[ruling], this.busy, { style: 'quiet', onClick: () => (this.ruling = { conflict, ruling }) }))}</span>`}</li>`;
  }

  #form() {
    return html`<form novalidate @submit=${this.#rule}>
      ${field({ label: 'Почему так решили', name: 'note', hint: 'Войдёт в протокол' })}
      <div class="row">${button(RULINGS[this.ruling.ruling], this.busy)}${button('Не сейчас', false, { style: 'plain', onClick: () => (this.ruling = null) })}</div></form>`;
  }
}

customElements.define('meeting-conflicts', MeetingConflicts);
