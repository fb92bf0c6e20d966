import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { today, when } from '../shared/dates.js';
import { grouped } from '../shared/plural.js';
import { createMeeting, invite, listMeetings, revokeDevice, showMeeting } from './register.js';
import { qrImage } from './qr-image.js';

/** Meetings: make one, connect telephones at the door, see who has come. */
export class DeskMeetings extends Screen {
  static properties = { organisation: {}, meetingId: {}, meetings: { state: true }, meeting: { state: true }, invitation: { state: true }, making: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation') || changed.has('meetingId')) this.#load();
  }

  #load() {
    this.meeting = this.invitation = null;
    this.making = false;
    this.key = newId();
    return this.work(async () => {
      if (this.meetingId) this.meeting = await showMeeting(this.meetingId);
      else this.meetings = (await listMeetings(this.organisation)).items;
    });
  }

  #create(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const startsAt = new Date(`${form.get('day')}T${form.get('time')}`);
    const [name, kind] = [String(form.get('name')).trim(), form.get('kind')];
    this.work(async () => {
      const made = await createMeeting({ organisationId: this.organisation, name, kind, startsAt: startsAt.toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }, this.key);
      toast('Мероприятие создано');
      location.hash = `meetings/${made.id}`;
    });
  }

  #invite(event) {
    event.preventDefault();
    const door = String(new FormData(event.target).get('door')).trim();
    this.work(async () => {
      this.invitation = { ...(await invite(this.meetingId, { door })), door };
    });
  }

  async #revoke(device) {
    const sure = await confirm({ title: `Отключить ${device.name || device.door || 'телефон'}?`, text: 'Он больше не сможет сканировать, список с него исчезнет.', yes: 'Отключить телефон', danger: true });
    if (!sure) return;
    this.work(async () => {
      await revokeDevice(this.meetingId, device.deviceId);
      toast('Телефон отключён');
      this.meeting = await showMeeting(this.meetingId);
    });
  }

  render() {
    if (this.meetingId) return this.#one();
    return html`<div class="head"><h1>Мероприятия</h1>${this.making ? nothing : button('Новое мероприятие', false, { onClick: () => (this.making = true) })}</div>
      ${errorSummary(this.failure)} ${this.making ? this.#form() : nothing}
      ${!this.meetings ? loading() : this.meetings.length ? html`<ul class="list">${this.meetings.map((one) => html`<li><a href="#meetings/${one.id}"><span class="grow"><b>${one.name}</b><span>${when(one.startsAt)}</span></span>${one.present != null ? html`<span class="mark">${grouped(one.present)}</span>` : nothing}</a></li>`)}</ul>` : this.making ? nothing : html`<p class="panel empty">Мероприятий пока нет.</p>`}`;
  }

  #form() {
    return html`<form class="panel narrow" novalidate @submit=${this.#create}>
      <h2>Новое мероприятие</h2>
      ${field({ label: 'Название', name: 'name', hint: 'Например, Профсоюзное собрание' })}
      ${field({ label: 'День', name: 'day', type: 'date', value: today() })}
      ${field({ label: 'Начало', name: 'time', type: 'time', value: '15:00' })}
      <fieldset><legend>Кого пускать</legend>
        <label class="tick"><input type="radio" name="kind" value="INVITED" checked />Членов этой организации — по списку</label>
        <label class="tick"><input type="radio" name="kind" value="OPEN" />Любого члена Профсоюза</label></fieldset>
      <div class="row">${button('Создать мероприятие', this.busy)}${button('Не создавать', false, { style: 'quiet', onClick: () => (this.making = false) })}</div>
    </form>`;
  }

  #one() {
    const { meeting } = this;
    return html`<a class="button plain back" href="#meetings">‹ Мероприятия</a>
      ${errorSummary(this.failure)}
      ${!meeting ? (this.failure ? nothing : loading()) : html`
        <div class="head"><div><h1>${meeting.name}</h1><p>${when(meeting.startsAt)}</p></div></div>
        <div class="columns"><div>
          <section class="panel"><h2>Вошли</h2><p class="big-sum">${grouped(meeting.present ?? 0)}${meeting.base ? html` <span class="soft">из ${grouped(meeting.base)}</span>` : nothing}</p>
            ${button('Обновить', this.busy, { style: 'quiet', onClick: () => this.work(async () => { this.meeting = await showMeeting(this.meetingId); }) })}</section>
          <section class="panel"><h2>Телефоны на входе</h2>
            ${meeting.devices?.length ? html`<ul>${meeting.devices.map((device) => this.#device(device))}</ul>` : html`<p class="soft">Пока ни одного.</p>`}</section>
        </div><aside>${this.#invitation()}</aside></div>`}`;
  }

  #device(device) {
    return html`<li class="row spread"><span>${device.name || 'Телефон'}${device.door ? `, вход ${device.door}` : ''}${device.lastSeenAt ? html`<br /><small>${when(device.lastSeenAt)}</small>` : nothing}</span>
      ${device.revoked ? html`<span class="mark">отключён</span>` : button('Отключить', this.busy, { style: 'plain', onClick: () => this.#revoke(device) })}</li>`;
  }

  #invitation() {
    if (this.invitation) {
      return html`<section class="panel slip"><h2>Приглашение${this.invitation.door ? `, вход ${this.invitation.door}` : ''}</h2>
        ${qrImage(this.invitation.link, 'Код приглашения')}
        <p>Волонтёр наводит камеру своего телефона на этот код. Код годится один раз.</p>
        <p>Или вводит: <b class="number">${this.invitation.code}</b></p>
        ${button('Пригласить ещё один', false, { style: 'quiet', onClick: () => (this.invitation = null) })}</section>`;
    }
    return html`<form class="panel" novalidate @submit=${this.#invite}><h2>Подключить телефон</h2>
      ${field({ label: 'Вход', name: 'door', hint: 'Например, А', value: 'А' })}
      ${button('Показать приглашение', this.busy, { style: 'wide' })}</form>`;
  }
}

customElements.define('desk-meetings', DeskMeetings);
