import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { askReset, confirmReset, waitingResets } from './register.js';

const DONE = 'Готово. Теперь человек входит с паролем и подключает новое приложение';

/** Who lost both phone and codes: the reason, and a second person's word where nobody stands above. */
export class LostPhones extends Screen {
  static properties = { organisation: {}, asking: {}, waiting: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(() => this.#load());
    if (changed.has('asking') && this.asking) this.key = newId();
  }

  async #load() {
    this.waiting = await waitingResets(this.organisation);
  }

  #ask(event) {
    event.preventDefault();
    const reason = String(new FormData(event.target).get('reason')).trim();
    this.work(async () => {
      const { state } = await askReset(this.organisation, this.asking.id, reason, this.key);
      this.asking = null;
      toast(state === 'DONE' ? DONE : 'Записано. Подтвердить должен ещё один человек вашей организации, в течение суток');
      await this.#load();
    });
  }

  #confirm(one) {
    this.work(async () => {
      await confirmReset(this.organisation, one.id);
      toast(DONE);
      await this.#load();
    });
  }

  render() {
    return html`${errorSummary(this.failure)}
      ${this.asking
        ? html`<form class="panel narrow" novalidate @submit=${this.#ask}><h2>Потеряны телефон и коды</h2>
            <p><b>${this.asking.displayName}</b>: приложение и запасные коды перестанут подходить, открытые страницы закроются. Пароль останется.</p>
            ${field({ label: 'Что случилось и как вы убедились, что это тот человек', name: 'reason', hint: 'Не короче 10 знаков. Запись сохранится' })}
            <div class="row">${button('Начать второй шаг заново', this.busy)}${button('Отмена', false, { style: 'quiet', onClick: () => (this.asking = null) })}</div></form>`
        : nothing}
      ${this.waiting?.map(
        (one) => html`<section class="panel narrow"><h2>Подтвердите: потеряны телефон и коды</h2>
          <p><b>${one.displayName}</b></p><p>«${one.reason}»</p>
          <p class="soft">Попросил(а) ${one.askedBy}, ${when(one.askedAt)}. Подтверждает другой человек, сутки.</p>
          ${button('Подтвердить', this.busy, { onClick: () => this.#confirm(one) })}</section>`,
      ) ?? nothing}`;
  }
}

customElements.define('lost-phones', LostPhones);
