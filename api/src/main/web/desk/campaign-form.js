import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { AUDIENCE, CATEGORIES, CHANNELS, LANGUAGES } from './campaign-words.js';
import { changeCampaign, listTemplates, showCampaign, writeCampaign } from './campaigns-api.js';
import { showOrganisation } from './organisations-api.js';
import { acting, isPrimary } from './session.js';

const EMPTY = { subject: '', body: '', brief: '' };

/** A draft, anew or another time: what it says, to whom, by which ways, when. */
export class DeskCampaignForm extends Screen {
  static properties = { organisation: {}, campaignId: {}, draft: { state: true }, templates: { state: true }, below: { state: true }, errors: { state: true } };

  willUpdate(changed) {
    if (!changed.has('campaignId') && !changed.has('organisation')) return;
    this.key = newId();
    this.errors = {};
    this.draft = null;
    this.work(() => this.#load());
  }

  async #load() {
    const [templates, shown, organisation] = await Promise.all([
      listTemplates(),
      this.campaignId ? showCampaign(this.organisation, this.campaignId) : null,
      isPrimary() ? null : showOrganisation(this.organisation),
    ]);
    this.templates = templates;
    this.below = organisation?.below ?? [];
    this.draft = shown?.campaign ?? {
      words: EMPTY, english: null, countedDay: null, category: 'INFO', channels: ['PUSH', 'EMAIL'], beginsAt: null,
      audience: { withinId: this.organisation, kinds: [], categories: [], cards: [], roles: [], language: null },
    };
  }

  #begin(event) {
    const template = this.templates[Number(event.target.value)];
    if (!template) return;
    const draft = this.#read();
    this.draft = { ...draft, words: template.words, english: draft.english ? template.english : null };
  }

  #translate(event) {
    this.draft = { ...this.#read(), english: event.target.checked ? EMPTY : null };
  }

  /** What the form says now, so that nothing typed is lost. */
  #read() {
    const form = new FormData(this.querySelector('form'));
    const text = (/** @type {string} */ name) => String(form.get(name) ?? '').trim();
    const words = (/** @type {string} */ of) => ({ subject: text(`${of}subject`), body: text(`${of}body`), brief: text(`${of}brief`) });
    const audience = { withinId: text('withinId') || this.organisation, language: text('language') || null };
    for (const name of Object.keys(AUDIENCE)) audience[name] = form.getAll(name);
    return {
      words: words(''), english: this.draft.english ? words('en-') : null, countedDay: text('countedDay') || null, audience,
      category: text('category'), channels: form.getAll('channels'), beginsAt: text('beginsAt') ? new Date(text('beginsAt')).toISOString() : null,
    };
  }

  #submit(event) {
    event.preventDefault();
    const draft = this.#read();
    this.draft = draft;
    this.errors = {};
    for (const [of, words] of [['', draft.words], ['en-', draft.english]]) {
      if (!words) continue;
      if (!words.subject) this.errors[`${of}subject`] = 'Нужна тема';
      if (!words.body) this.errors[`${of}body`] = 'Нужен текст';
      if (!words.brief && draft.channels.includes('SMS')) this.errors[`${of}brief`] = 'Нужен текст для СМС';
    }
    const first = Object.keys(this.errors)[0];
    if (first) {
      this.updateComplete.then(() => this.querySelector(`#${first}`)?.focus());
      return;
    }
    this.work(async () => {
      const kept = this.campaignId
        ? await changeCampaign(this.organisation, this.campaignId, draft)
        : await writeCampaign(this.organisation, draft, this.key);
      toast('Черновик сохранён');
      location.hash = `campaigns/${kept.id}`;
    });
  }

  render() {
    return html`<a class="button plain back" href=${this.campaignId ? `#campaigns/${this.campaignId}` : '#campaigns'}>‹ ${this.campaignId ? 'Рассылка' : 'Рассылки'}</a>
      <h1>${this.campaignId ? 'Изменить рассылку' : 'Новая рассылка'}</h1>
      ${errorSummary(this.failure)}
      ${this.draft ? this.#form() : this.failure ? nothing : loading()}`;
  }

  #form() {
    const { draft } = this;
    return html`<form class="narrow" novalidate @submit=${this.#submit}>
      <div class="panel"><h2>Что сказать</h2>
        <fieldset><legend>Что это</legend>
          ${Object.entries(CATEGORIES).map(([code, words]) => html`<label class="tick"><input type="radio" name="category" value=${code} .checked=${draft.category === code} />${words}</label>`)}
          <small>Реклама уйдёт только тем, кто на неё согласился. Слово «Реклама» и название организации добавим сами</small></fieldset>
        <div class="field"><label for="template">Готовый текст</label>
          <select id="template" @change=${this.#begin}><option value="">Свой текст</option>${this.templates.map((one, place) => html`<option value=${place}>${one.name}</option>`)}</select></div>
        ${this.#words('', draft.words)}
        ${field({ label: 'До какого дня считать', name: 'countedDay', type: 'date', required: false, value: draft.countedDay ?? '', hint: 'Нужно, если в тексте есть {days|день|дня|дней}' })}
        <label class="tick"><input type="checkbox" .checked=${Boolean(draft.english)} @change=${this.#translate} />Добавить текст по-английски</label>
        ${draft.english ? html`<fieldset><legend>По-английски</legend>${this.#words('en-', draft.english)}</fieldset>` : nothing}
      </div>
      <div class="panel"><h2>Кому</h2>
        ${this.below.length ? html`<div class="field"><label for="withinId">Организация</label><select id="withinId" name="withinId">
          ${option(this.organisation, `${acting().name} и все ниже`, draft.audience.withinId)}
          ${this.below.map((one) => option(one.id, one.name, draft.audience.withinId))}</select></div>` : nothing}
        ${Object.entries(AUDIENCE).filter(([name]) => name !== 'kinds' || !isPrimary()).map(([name, [title, words]]) => html`<details ?open=${draft.audience[name].length > 0}><summary>${title}</summary>${ticks(name, words, draft.audience[name])}</details>`)}
        <div class="field"><label for="language">Язык</label><select id="language" name="language">${option('', 'Любой', draft.audience.language ?? '')}${Object.entries(LANGUAGES).map(([code, words]) => option(code, words, draft.audience.language))}</select></div>
        <p class="soft">Где ничего не отмечено, там подходят все.</p>
      </div>
      <div class="panel"><h2>Как</h2>
        ${ticks('channels', CHANNELS, draft.channels)}
        <p class="soft">Сначала уведомление. Кому его не отправить, тем письмо, потом СМС. Только тем, кто согласился. В электронном билете сообщение увидят все.</p>
        ${field({ label: 'Не раньше', name: 'beginsAt', type: 'datetime-local', required: false, value: local(draft.beginsAt), hint: 'Пусто — сразу. С 21 до 9 часов по местному времени ничего не уходит' })}
      </div>
      ${button('Сохранить и посмотреть, кому придёт', this.busy)}
    </form>`;
  }

  #words(of, words) {
    const error = this.errors[`${of}body`];
    return html`${field({ label: 'Тема', name: `${of}subject`, value: words.subject, error: this.errors[`${of}subject`] })}
      <div class="field"><label for="${of}body">Текст</label><small id="${of}body-hint">{link} станет адресом билета</small>
        ${error ? html`<span class="error" id="${of}body-error">${error}</span>` : nothing}
        <textarea id="${of}body" name="${of}body" rows="8" maxlength="4000" aria-describedby="${of}body-hint" aria-invalid=${error ? 'true' : nothing} .value=${words.body}></textarea></div>
      ${field({ label: 'Текст для СМС', name: `${of}brief`, value: words.brief, required: false, hint: 'До 200 букв', error: this.errors[`${of}brief`] })}`;
  }
}

const option = (value, words, chosen) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`;

function ticks(name, words, chosen) {
  return Object.entries(words).map(([code, label]) => html`<label class="tick"><input type="checkbox" name=${name} value=${code} .checked=${chosen.includes(code)} />${label}</label>`);
}

/** A moment as a datetime field wants it. @param {string | null} iso */
function local(iso) {
  if (!iso) return '';
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

customElements.define('desk-campaign-form', DeskCampaignForm);
