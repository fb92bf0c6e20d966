// What an author and whoever approves see alike.
import { html, nothing } from 'lit';
import { day, when } from '../shared/dates.js';
import { grouped, plural, roubles } from '../shared/plural.js';
import { CHANNELS, audienceWords, progressWords, reasonWords } from './campaign-words.js';

/** The message as its readers find it. */
export function message({ campaign, within }) {
  const { words, english, audience, channels, countedDay, beginsAt } = campaign;
  const narrowed = audienceWords(audience);
  return html`<section class="panel narrow"><h2>Сообщение</h2>
      <p><b>${words.subject}</b></p><p class="lines">${words.body}</p>
      ${channels.includes('SMS') ? html`<p class="soft">СМС: ${words.brief}</p>` : nothing}
      ${english ? html`<details><summary>По-английски</summary><p><b>${english.subject}</b></p><p class="lines">${english.body}</p>${channels.includes('SMS') ? html`<p class="soft">СМС: ${english.brief}</p>` : nothing}</details>` : nothing}
      ${countedDay ? html`<p class="soft">Дни считаются до ${day(countedDay)}</p>` : nothing}</section>
    <section class="panel narrow"><h2>Кому и как</h2>
      <p>${within}${narrowed ? html`, ${narrowed}` : ', все на учёте'}</p>
      <p>${channels.length ? channels.map((one) => CHANNELS[one]).join(', если не дошло — ') : 'Только в электронном билете'}</p>
      <p class="soft">${beginsAt ? html`Не раньше: ${when(beginsAt)}. ` : nothing}С 21 до 9 часов по местному времени ничего не отправляется.</p></section>`;
}

/** Whom it reaches, why others are left out, what it costs. */
export function previewPanel(preview) {
  const { sms } = preview;
  return html`<section class="panel narrow"><h2>Сколько людей</h2>
    <p class="big-sum">${plural(preview.audience, 'person')}</p>
    <p>Все увидят сообщение в электронном билете. На телефон или почту оно придёт ${plural(preview.told, 'person')}.</p>
    ${preview.ways.map((way) => html`<h3>${CHANNELS[way.channel]}: ${grouped(way.first)}${way.reached > way.first ? html` <span class="soft">и ещё ${grouped(way.reached - way.first)}, если не дойдёт иначе</span>` : nothing}</h3>
      ${way.leftOut.length ? html`<p class="soft">${way.leftOut.map((one) => `${reasonWords(one.reason)}: ${grouped(one.people)}`).join(', ')}</p>` : nothing}`)}
    ${sms.parts ? html`<p>СМС из ${sms.parts} ч.${sms.priceKopecks
      ? html` Ожидаем ${roubles(sms.expectedKopecks)}, самое большее ${roubles(sms.mostKopecks)}.`
      : html` <span class="soft">Цена СМС на сервере не указана.</span>`}</p>` : nothing}</section>`;
}

/** How far the messages are. */
export function progressPanel(view) {
  const total = view.progress.reduce((sum, one) => sum + one.messages, 0);
  const open = view.progress.filter((one) => ['PENDING', 'CLAIMED'].includes(one.state)).reduce((sum, one) => sum + one.messages, 0);
  return html`<section class="panel narrow" aria-live="polite"><h2>Как идёт</h2>
    <p>В электронном билете: ${plural(view.audience, 'person')}${view.toldAll ? nothing : html` <span class="soft">из ${grouped(view.recipients ?? 0)}</span>`}</p>
    <progress max=${total || 1} value=${total - open}>${total - open}</progress>
    ${Object.entries(CHANNELS).map(([channel, name]) => {
      const lines = view.progress.filter((one) => one.channel === channel);
      return lines.length ? html`<h3>${name}</h3><p>${lines.map((one) => html`${progressWords(one)}: ${grouped(one.messages)}<br />`)}</p>` : nothing;
    })}
    ${view.expiresAt && !view.endedAt ? html`<p class="soft">Что не уйдёт до ${when(view.expiresAt)}, отправлено не будет.</p>` : nothing}</section>`;
}
