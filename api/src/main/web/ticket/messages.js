import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, toast } from '../shared/elements.js';
import { readAndAgree } from './agree.js';
import { listConsents } from './member.js';
import { pushState, turnOff, turnOn } from './push.js';
import { isApple } from './surroundings.js';

/** Whether this phone is told of messages: the browser's permission, and apart from it the member's consent. */
export class TicketMessages extends Screen {
  static properties = { state: { state: true }, consents: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#look();
    this.work(async () => {
      this.consents = await listConsents();
    });
  }

  async #look() {
    this.state = await pushState();
  }

  #turnOn() {
    this.work(async () => {
      await turnOn();
      await this.#look();
      if (this.state === 'ON') toast('Сообщения включены на этом телефоне');
      if (this.state === 'OFF') toast('Браузер не получил разрешения. Нажмите ещё раз и выберите «Разрешить»');
    }).then(() => this.#look());
  }

  #turnOff() {
    this.work(async () => {
      await turnOff();
      toast('Сообщения выключены на этом телефоне');
    }).then(() => this.#look());
  }

  #agree() {
    this.work(async () => {
      const lines = await readAndAgree('PUSH');
      if (!lines) return;
      this.consents = lines;
      toast('Согласие дано');
    });
  }

  render() {
    return html`
      <a class="button plain back" href="#">‹ Мой билет</a>
      <h1>Уведомления</h1>
      ${errorSummary(this.failure)}
      <section class="panel"><h2>На этом телефоне</h2>${this.state ? this.#phone() : loading()}</section>
      ${this.consents ? this.#consent() : nothing}`;
  }

  #phone() {
    switch (this.state) {
      case 'ON':
        return html`<p><span class="mark good">✔ Включены</span></p>
          <p>На экране появится «Новое сообщение Профсоюза», без имён и подробностей.</p>
          ${button('Выключить на этом телефоне', this.busy, { style: 'quiet wide', onClick: () => this.#turnOff() })}`;
      case 'OFF':
        return html`<p>Профсоюз сообщит, что карта готова или назначено собрание. На экране видно только «Новое сообщение Профсоюза».</p>
          ${button('Включить сообщения', this.busy, { style: 'wide', onClick: () => this.#turnOn() })}`;
      case 'REFUSED':
        return html`<p class="notice warn"><b>Браузеру запрещено показывать уведомления этого билета.</b></p>
          <p>Разрешить можно только в настройках:</p>${howToAllow()}
          ${button('Я разрешил, проверить', this.busy, { style: 'quiet wide', onClick: () => this.#look() })}`;
      case 'INSTALL_FIRST':
        return html`<p>На iPhone сообщения приходят, когда билет добавлен на экран «Домой».</p>
          <ol><li>Нажмите «Поделиться» внизу экрана.</li><li>Выберите «На экран “Домой”».</li><li>Откройте билет с экрана «Домой» и вернитесь сюда.</li></ol>`;
      default:
        return html`<p>Этот браузер не умеет показывать уведомления. Билет работает и без них.</p>
          <p class="soft">Откройте билет в Chrome, Яндекс Браузере или Firefox.</p>`;
    }
  }

  #consent() {
    const given = this.consents.some((one) => one.channel === 'PUSH' && one.state === 'GIVEN');
    return html`<section class="panel"><h2>Согласие</h2>
      ${given
        ? html`<p>✔ Вы согласны получать сообщения на телефон.</p><a class="button quiet wide" href="#consents">Мои согласия</a>`
        : html`<p>Без вашего согласия сообщения не придут, даже если они включены на телефоне.</p>
            ${button('Согласиться на сообщения', this.busy, { style: 'quiet wide', onClick: () => this.#agree() })}`}</section>`;
  }
}

function howToAllow() {
  if (isApple()) return html`<ol><li>Откройте «Настройки» телефона, раздел «Уведомления».</li><li>Найдите «Билет» и включите «Допуск уведомлений».</li></ol>`;
  return html`<ol><li>Нажмите на значок слева от адреса этой страницы.</li><li>Откройте «Разрешения» или «Настройки сайтов».</li><li>Включите «Уведомления».</li></ol>`;
}

customElements.define('ticket-messages', TicketMessages);
