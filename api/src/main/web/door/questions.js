import { html, nothing } from 'lit';
import { Screen, button } from '../shared/elements.js';

/** What is asked before somebody comes in. */
export class DoorQuestions extends Screen {
  static properties = { questions: { attribute: false }, who: {} };

  #answer(event) {
    event.preventDefault();
    const answers = Object.fromEntries([...new FormData(event.target)].map(([id, text]) => [id, String(text).trim()]).filter(([, text]) => text));
    this.dispatchEvent(new CustomEvent('answers', { detail: answers, bubbles: true }));
  }

  render() {
    return html`<form class="panel" novalidate @submit=${this.#answer} data-questions>
      <h2>${this.who ? `${this.who}: спросите` : 'Спросите'}</h2>
      ${this.questions.map((question) => this.#question(question))}
      <div class="row">${button('Ответы записаны, впустить')}${button('Не впускать', false, { style: 'quiet', onClick: () => this.dispatchEvent(new CustomEvent('give-up', { bubbles: true })) })}</div>
    </form>`;
  }

  #question({ id, text, choices, required }) {
    const legend = html`${text}${required ? nothing : html` <small>можно пропустить</small>`}`;
    if (!choices?.length) return html`<div class="field"><label for="q-${id}">${legend}</label><input id="q-${id}" name=${id} maxlength="200" autocomplete="off" /></div>`;
    return html`<fieldset><legend>${legend}</legend>${choices.map((choice) => html`<label class="tick"><input type="radio" name=${id} value=${choice.id} />${choice.text}</label>`)}</fieldset>`;
  }
}

customElements.define('door-questions', DoorQuestions);
