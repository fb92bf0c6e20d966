// A member's code that somebody reads with a plain camera opens here: valid or not, and initials to compare.
import { html, nothing } from 'lit';
import { Api } from '../shared/api.js';
import { Screen, errorSummary, loading } from '../shared/elements.js';

const api = new Api();
const ANSWERS = {
  STALE: ['Код устарел', 'Он живёт минуту. Попросите показать его на экране телефона ещё раз.'],
  NOT_VALID: ['Не подтверждён', 'Это не код действующего билета.'],
};

export class TicketChecked extends Screen {
  static properties = { code: {}, answer: { state: true } };

  willUpdate(changed) {
    if (!changed.has('code')) return;
    this.answer = null;
    const text = `${location.origin.toUpperCase()}/${this.code}`;
    this.work(async () => (this.answer = await api.call('POST', '/v1/open/checks', { body: { text }, open: true })));
  }

  render() {
    return html`<h1>Проверка билета</h1>
      ${errorSummary(this.failure)}
      ${this.answer ? shown(this.answer) : this.failure ? nothing : loading('Проверяем…')}
      <p><a class="button quiet wide" href="/ticket">Мой билет</a></p>`;
  }
}

function shown({ outcome, initials }) {
  if (outcome === 'VALID') {
    return html`<div class="notice good"><p><b>✔ Член Профсоюза</b></p><p>Инициалы: <b>${inWords(initials)}</b></p><p>Сравните их с документом. Больше ничего этот код не открывает.</p></div>`;
  }
  const [title, advice] = ANSWERS[outcome] ?? ANSWERS.NOT_VALID;
  return html`<div class="notice ${outcome === 'STALE' ? 'warn' : 'bad'}"><p><b>${outcome === 'STALE' ? '!' : '✖'} ${title}</b></p><p>${advice}</p></div>`;
}

/** «ПАИ» → «П. А. И.»; «Ъ» stands for a name that she does not have. @param {string} initials */
export function inWords(initials) {
  return [...initials].filter((letter) => letter !== 'Ъ').map((letter) => `${letter}.`).join(' ');
}

customElements.define('ticket-checked', TicketChecked);
