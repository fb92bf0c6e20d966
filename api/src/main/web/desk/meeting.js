import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, time, when } from '../shared/dates.js';
import { grouped } from '../shared/plural.js';
import './meeting-conflicts.js';
import './meeting-lists.js';
import './meeting-operators.js';
import { takeBack } from './meetings-api.js';
import { qrImage } from './qr-image.js';
import { invite, listScans, revokeDevice, showMeeting } from './register.js';

const OUTCOMES = { ADMITTED: 'вход', DUPLICATE: 'повторно', EXITED: 'выход', REFUSED: 'отказ', INCOMPLETE: 'вопрос', NOT_DECIDED: 'не решено' };

const ORIGINS = { OFFLINE: ', без связи', PAPER: ', с бумаги' };
const DAY = 86_400_000;
const WRONG_CLOCK = 600_000;

/** One meeting: who has come, the telephones at the doors, an invitation for one more. */
export class DeskMeeting extends Screen {
  static properties = { meetingId: {}, meeting: { state: true }, scans: { state: true }, invitation: { state: true } };

  willUpdate(changed) {
    if (!changed.has('meetingId')) return;
    this.meeting = this.invitation = null;
    this.work(() => this.#load());
  }

  async #load() {
    this.key = newId();
    const [meeting, scans] = await Promise.all([showMeeting(this.meetingId), listScans(this.meetingId)]);
    Object.assign(this, { meeting, scans: scans.items });
  }

  #invite(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const door = String(form.get('door')).trim();
    const role = form.get('registrar') ? 'REGISTRAR' : 'VOLUNTEER';
    this.work(async () => {
      this.invitation = await invite(this.meetingId, { door, role }, this.key);
    });
  }

  async #revoke(device) {
    const sure = await confirm({ title: `Отключить «${device.name}»?`, text: 'Этот телефон больше не сможет сканировать.', yes: 'Отключить телефон', danger: true });
    if (!sure) return;
    this.work(async () => {
      await revokeDevice(this.meetingId, device.id);
      toast('Телефон отключён');
      await this.#load();
    });
  }

  render() {
    const { meeting } = this;
    return html`<a class="button plain back" href="#meetings">‹ Мероприятия</a>
      ${errorSummary(this.failure)}
      ${!meeting ? (this.failure ? nothing : loading()) : html`
        <div class="head"><div><h1>${meeting.title}</h1><p>${day(meeting.opensAt)}, ${time(meeting.opensAt, meeting.zone)}–${time(meeting.closesAt, meeting.zone)} · ${meeting.kind === 'OPEN' ? 'любой член Профсоюза' : 'по списку'}</p></div></div>
        <div class="columns"><div>${this.#present()}<meeting-conflicts .meetingId=${meeting.id} .zone=${meeting.zone} @ruled=${() => this.work(() => this.#load())}></meeting-conflicts>${this.#devices()}<meeting-lists .meeting=${meeting}></meeting-lists>${this.#last()}</div><aside>${this.#invitation()}<meeting-operators .meetingId=${meeting.id}></meeting-operators></aside></div>`}`;
  }

  #present() {
    const { counters, openConflicts } = this.meeting;
    return html`<section class="panel"><h2>Вошли</h2>
      <p class="big-sum" data-present=${counters.present}>${grouped(counters.present)}${counters.base ? html` <span class="soft">из ${grouped(counters.base)}</span>` : nothing}</p>
      ${openConflicts ? html`<p class="notice warn">Спорных отметок: ${openConflicts}</p>` : nothing}
      ${button('Обновить', this.busy, { style: 'quiet', onClick: () => this.work(() => this.#load()) })} <a class="button quiet" href="#sittings/${this.meetingId}">Кворум</a></section>`;
  }

  #devices() {
    const phones = this.meeting.devices.filter((device) => device.role !== 'PAPER');
    return html`<section class="panel"><h2>Телефоны на входе</h2>
      ${phones.length ? html`<ul class="last">${phones.map((device) => this.#device(device))}</ul>` : html`<p class="soft">Пока ни одного. Покажите волонтёру приглашение.</p>`}</section>`;
  }

  #device(device) {
    return html`<li class="row spread"><span><b>${device.door}</b>, ${device.name}<br /><small>${device.lastSeenAt ? `на связи ${when(device.lastSeenAt)}` : `подключён ${when(device.enrolledAt)}`}${deviceTrouble(device)}</small></span>
      ${device.revokedAt ? html`<span class="mark">отключён</span>` : button('Отключить', this.busy, { style: 'plain', onClick: () => this.#revoke(device) })}</li>`;
  }

  #last() {
    if (!this.scans?.length) return nothing;
    return html`<section class="panel"><h2>Последние отметки</h2><ul class="last">
      ${this.scans.map((scan) => this.#scan(scan))}</ul></section>`;
  }

  #scan(scan) {
    const { takenBack, outcome } = scan;
    const colour = takenBack ? '' : outcome === 'ADMITTED' ? 'good' : outcome === 'REFUSED' ? 'bad' : '';
    const mayTakeBack = !takenBack && ['ADMITTED', 'EXITED'].includes(scan.deviceOutcome ?? outcome);
    return html`<li class="row spread"><span>${scan.shortName ?? 'не опознан'}<br /><small>${time(scan.effectiveAt, this.meeting.zone)}, ${scan.door}${ORIGINS[scan.origin] ?? ''}${scan.operator ? `, ${scan.operator}` : ''}</small></span>
      <span class="row"><span class="mark ${colour}">${takenBack ? 'отменено' : OUTCOMES[outcome] ?? outcome}</span>${mayTakeBack ? button('Отменить', this.busy, { style: 'plain', onClick: () => this.#takeBack(scan) }) : nothing}</span></li>`;
  }

  async #takeBack(scan) {
    const sure = await confirm({ title: 'Отменить отметку?', text: `${scan.shortName ?? 'Человек'}: отметка в ${time(scan.effectiveAt, this.meeting.zone)} не будет считаться.`, yes: 'Отменить отметку', danger: true });
    if (!sure) return;
    this.work(async () => {
      toast((await takeBack(this.meetingId, scan.scanId, 'Отменено организатором', newId())).message);
      await this.#load();
    });
  }

  #invitation() {
    const { invitation } = this;
    if (!invitation) {
      return html`<form class="panel" novalidate @submit=${this.#invite}><h2>Подключить телефон</h2>
        ${field({ label: 'Где он будет стоять', name: 'door', value: 'Вход А' })}
        <label class="tick"><input type="checkbox" name="registrar" />Телефон старшего: поиск по фамилии, решения, перенос с бумаги</label>
        ${button('Показать приглашение', this.busy, { style: 'wide' })}</form>`;
    }
    const again = () => {
      this.invitation = null;
      this.key = newId();
    };
    return html`<section class="panel slip"><h2>${invitation.door}</h2>
      ${qrImage(invitation.qr, 'Код приглашения')}
      <p>Волонтёр наводит камеру своего телефона на этот код. Код годится для одного телефона.</p>
      <p>Или вводит: <b class="number" data-invitation>${invitation.qr.split('#')[1]}</b></p>
      <p class="soft">Действует до: ${when(invitation.expiresAt)}</p>
      ${button('Пригласить ещё один', false, { style: 'quiet', onClick: again })}</section>`;
  }
}

/** What the organiser can do something about: scans that wait, an old list, a wrong clock. */
function deviceTrouble({ queueLength, bundleMadeAt, clockSkewMs }) {
  const isOld = bundleMadeAt && Date.now() - Date.parse(bundleMadeAt) > DAY;
  const troubles = [queueLength ? `ждут отправки: ${queueLength}` : '', isOld ? 'список старше суток' : '', Math.abs(clockSkewMs ?? 0) > WRONG_CLOCK ? 'часы неверны' : ''];
  return troubles.filter(Boolean).map((trouble) => `, ${trouble}`).join('');
}

customElements.define('desk-meeting', DeskMeeting);
