// What an author and whoever approves see alike.
import { html, nothing } from 'lit';
import { day, today, when } from '../shared/dates.js';
import { grouped, plural, roubles } from '../shared/plural.js';
import { CHANNELS, WAYS, audienceWords, progressWords, reasonWords } from './campaign-words.js';

const FORMS = { ru: { one: 0, few: 1, many: 2, other: 2 }, en: { one: 0, other: 1 } };

/** As it would read today. @param {string} text @param {string | null} countedDay @param {'ru' | 'en'} language */
export function filled(text, countedDay, language = 'ru', now = new Date()) {
  const days = countedDay ? Math.max(0, Math.round((Date.parse(countedDay) - Date.parse(today(now))) / 86_400_000)) : 0;
  return text.replaceAll('{link}', `${location.origin}/ticket`)
    .replace(/\{days((?:\|[^{}|]*)*)\}/g, (_, forms) => (forms ? `${days}\u00a0${forms.split('|')[1 + FORMS[language][new Intl.PluralRules(language).select(days)]]}` : String(days)));
}

/** What advertising says of itself before anything else, as the server writes it. */
const MARKS = { ru: 'Реклама', en: 'Advertisement' };

/** The message as its readers find it. */
export function message({ campaign, within, organisation }) {
  const { words, english, audience, channels, countedDay, beginsAt } = campaign;
  const narrowed = audienceWords(audience);
  const ad = campaign.category === 'AD';
  const mark = (/** @type {'ru' | 'en'} */ language) => (ad ? `${MARKS[language]}. ${organisation}.` : '');
  const shown = (/** @type {any} */ said, /** @type {'ru' | 'en'} */ language) => html`<p><b>${said.subject}</b></p>
      ${ad ? html`<p>${mark(language)}</p>` : nothing}<p class="lines">${filled(said.body, countedDay, language)}</p>
      ${channels.includes('SMS') ? html`<p class="soft">СМС: ${mark(language)} ${filled(said.brief, countedDay, language)}</p>` : nothing}`;
  return html`<section class="panel narrow"><div class="head"><h2>Сообщение</h2>${ad ? html`<span class="mark warn">Реклама</span>` : nothing}</div>
      ${shown(words, 'ru')}
      ${english ? html`<details><summary>По-английски</summary>${shown(english, 'en')}</details>` : nothing}
      ${countedDay ? html`<p class="soft">Дни считаются до ${day(countedDay)}</p>` : nothing}</section>
    <section class="panel narrow"><h2>Кому и как</h2>
      <p>${within}${narrowed ? html`, ${narrowed}` : ', все на учёте'}</p>
      <p>Придёт ${channels.length ? channels.map((one) => WAYS[one]).join(', а кому не дошло, ') : 'только в электронный билет'}${ad ? '. Кто не хочет рекламы, увидит её только в билете' : ''}</p>
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
