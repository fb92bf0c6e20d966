import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { keepOffline } from '../shared/offline.js';
import { day, time } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import * as scanner from './scanner.js';
import { eraseAll } from './store.js';
import { mute, isMuted, play, wakeSound } from './sound.js';
import './operator.js';
import './scanning.js';

/** «Вход»: invitation, preparation, scanning. */
class DoorPage extends Screen {
  static properties = { state: { state: true } };

  constructor() {
    super();
    this.state = 'opening';
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => this.#start());
    this.addEventListener('leave', () => this.#prepare());
    this.addEventListener('ended', () => this.#end());
    scanner.watch(() => this.requestUpdate());
    this.#start();
  }

  /** `/D#<code>` is the invitation; the code leaves the address bar at once. */
  async #start() {
    const code = location.hash.slice(1);
    if (code) history.replaceState(null, '', '/door');
    if (code) return this.#enrol(code);
    return (await scanner.device()) ? this.#prepare() : this.#show('invitation');
  }

  #show(state) {
    this.state = state;
  }

  async #enrol(code) {
    this.state = 'invitation';
    await this.work(() => scanner.enrol(code));
    if (!this.failure) await this.#prepare();
  }

  async #prepare() {
    this.lists = await scanner.lists();
    this.door = (await scanner.device())?.door;
    this.list ??= this.lists[0];
    this.state = 'preparation';
    await this.#load();
    this.waiting = await scanner.waiting();
    scanner.sync();
    this.requestUpdate();
  }

  /** The right has ended: nothing of the meeting is left here. */
  #end() {
    this.list = this.ready = undefined;
    this.state = 'invitation';
  }

  async #load() {
    if (!this.list) return;
    this.ready = await scanner.kept(this.list.id);
    await this.work(async () => {
      this.ready = await scanner.download(this.list.id);
    });
  }

  async #choose(id) {
    this.list = this.lists.find((list) => list.id === id);
    await this.#load();
  }

  async #erase() {
    const waiting = await scanner.waiting();
    const sure = await confirm({
      title: 'Стереть данные с телефона?',
      text: waiting > 0
        ? `Не отправлено: ${plural(waiting, 'scan')}. Они пропадут. Сначала подключитесь к интернету.`
        : 'Список, отметки и право сканировать исчезнут с этого телефона. Всё отправленное останется у организатора.',
      yes: 'Стереть данные',
      danger: true,
    });
    if (!sure) return;
    await eraseAll();
    this.list = undefined;
    toast('Данные стёрты с этого телефона');
    this.state = 'invitation';
  }

  render() {
    return html`<main>${this.#screen()}</main>`;
  }

  #screen() {
    if (this.state === 'opening') return loading('Открываем…');
    if (this.state === 'invitation') return this.#invitation();
    if (this.state === 'scanning') return html`<door-scanning .list=${this.ready?.list ?? this.list} .bundle=${this.ready?.bundle}></door-scanning>`;
    return this.#preparation();
  }

  #invitation() {
    const submit = (event) => {
      event.preventDefault();
      const text = String(new FormData(event.target).get('code')).trim();
      if (text) this.#enrol(text.split('#').pop());
    };
    return html`
      <header><h1>Вход на мероприятие</h1><p class="soft">Этот телефон станет сканером билетов.</p></header>
      ${errorSummary(this.failure)}
      ${this.busy
        ? loading('Подключаем телефон…')
        : html`<form class="panel" novalidate @submit=${submit}>
            <p>Наведите камеру телефона на код приглашения. Его показывает председатель или организатор.</p>
            ${field({ label: 'Или вставьте код приглашения', name: 'code', class: 'code' })}
            ${button('Подключить телефон', this.busy, { style: 'wide' })}
          </form>`}`;
  }

  #preparation() {
    const { list, bundle } = this.ready ?? {};
    const start = () => {
      wakeSound();
      this.state = 'scanning';
    };
    const tryOut = () => {
      wakeSound();
      play('high');
      navigator.vibrate?.([80]);
    };
    const shown = list ?? this.list;
    return html`
      <header><h1>${shown?.name ?? 'Вход'}</h1>${shown ? html`<p class="soft">${day(shown.opensAt)}, с ${time(shown.opensAt, shown.zone)} до ${time(shown.closesAt, shown.zone)}${this.door ? ` · ${this.door}` : ''}</p>` : nothing}</header>
      ${errorSummary(bundle ? null : this.failure)}
      ${this.lists.length > 1
        ? html`<fieldset class="panel"><legend>Список</legend>${this.lists.map((one) => html`<label class="tick"><input type="radio" name="list" .checked=${one.id === this.list.id} @change=${() => this.#choose(one.id)} />${one.name}</label>`)}</fieldset>`
        : nothing}
      <div class="panel">
        <ul class="checks">
          <li><span>Список для работы без связи</span>${this.busy ? html`<span class="mark">Скачиваем…</span>` : bundle ? html`<span class="mark good">✔ скачан</span>` : html`<span class="mark warn">! не скачан</span>`}</li>
          <li><span>Связь</span>${scanner.isOnline() ? html`<span class="mark good">● есть</span>` : html`<span class="mark warn">○ нет</span>`}</li>
          <li><span>Звук</span><label class="tick"><input type="checkbox" .checked=${!isMuted()} @change=${(event) => mute(!event.target.checked)} aria-label="Звук" /></label>${button('Проба', false, { style: 'quiet', onClick: tryOut })}</li>
          <li><door-operator></door-operator></li>
          ${this.waiting ? html`<li><span>В очереди на отправку</span><span class="mark info">${plural(this.waiting, 'scan')}</span></li>` : nothing}
        </ul>
        ${button('Начать', false, { style: 'wide', onClick: start, disabled: !this.list })}
      </div>
      <p class="soft">Есть ручной сканер? Просто сканируйте: он работает как клавиатура.</p>
      <p>${button('Обновить список', this.busy, { style: 'plain', onClick: () => this.#load() })} ${button('Стереть данные с телефона', false, { style: 'plain', onClick: () => this.#erase() })}</p>`;
  }
}

customElements.define('door-page', DoorPage);
keepOffline('door');
