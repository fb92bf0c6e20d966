import { LitElement, html, nothing } from 'lit';
import { mayRepeat, sayFailure } from './messages.js';
import { notSent } from './unsaved.js';

/** A screen in light DOM: the page's own style sheet reaches it, and so does a reader. */
export class Screen extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** Runs a piece of work once at a time and keeps its failure for the error summary. @param {() => Promise<any>} work */
  async work(work) {
    if (this.busy) return undefined;
    this.busy = true;
    this.failure = null;
    this.requestUpdate();
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof Error) || failure.constructor === TypeError) console.error(failure);
      if (mayRepeat(failure)) failure.repeat = () => this.work(work);
      this.failure = failure;
      notSent();
      return undefined;
    } finally {
      this.busy = false;
      this.requestUpdate();
      if (this.failure) this.updateComplete.then(() => this.querySelector('.failure')?.focus());
    }
  }
}

/** What went wrong, first thing on the screen; with a button when the same request may succeed later. @param {any} failure */
export function errorSummary(failure) {
  if (!failure) return nothing;
  const details = (failure.errors ?? []).map((error) => error.detail ?? error.message).filter(Boolean);
  return html`<div class="notice bad failure" role="alert" tabindex="-1">
    <p><b>${sayFailure(failure)}</b></p>
    ${details.length ? html`<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>` : nothing}
    ${failure.repeat ? html`<button class="quiet" type="button" @click=${failure.repeat}>Повторить</button>` : nothing}
    ${failure.requestId ? html`<small>Код для помощи: <span class="number">${shortCode(failure.requestId)}</span></small>` : nothing}
  </div>`;
}

/** The end of a request id is enough to find it in the log and short enough to dictate. @param {string} id */
export function shortCode(id) {
  return id.replace(/-/g, '').slice(-8).toUpperCase();
}

export function loading(text = 'Загружаем…') {
  return html`<div class="loading" role="status"><span class="spinner"></span>${text}</div>`;
}

/**
 * @param {{label: any, name: string, hint?: any, error?: string | null, type?: string, value?: string, mode?: string, autocomplete?: string, required?: boolean, placeholder?: string, class?: string, max?: string, onInput?: (event: any) => void}} field
 */
export function field({ label, name, hint, error, type = 'text', value, mode, autocomplete = 'off', required = true, class: style = '', max, onInput }) {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${hint ? html`<small id="${name}-hint">${hint}</small>` : nothing}
    ${error ? html`<span class="error" id="${name}-error">${error}</span>` : nothing}
    <input id=${name} name=${name} type=${type} class=${style} inputmode=${mode ?? nothing} autocomplete=${autocomplete} max=${max ?? nothing}
      .value=${value ?? ''} ?required=${required} aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${[hint ? `${name}-hint` : '', error ? `${name}-error` : ''].join(' ').trim() || nothing}
      @input=${onInput ?? nothing} />
  </div>`;
}

/** @param {any} label @param {boolean | undefined} busy @param {{style?: string, disabled?: boolean, onClick?: (event: any) => void, type?: string}} [options] */
export function button(label, busy, { style = '', disabled = false, onClick, type } = {}) {
  return html`<button class=${style} type=${type ?? (onClick ? 'button' : 'submit')} ?disabled=${disabled || busy}
    aria-busy=${busy ? 'true' : nothing} @click=${onClick ?? nothing}>${label}</button>`;
}

/** @param {{name: string, state: 'done' | 'now' | 'later', note?: any}[]} steps */
export function track(steps) {
  const spoken = { done: 'сделано', now: 'сейчас', later: 'впереди' };
  return html`<ol class="track">
    ${steps.map((step) => html`<li class=${step.state}>${step.name}<span class="visually-hidden"> — ${spoken[step.state]}</span>${step.note ? html`<time>${step.note}</time>` : nothing}</li>`)}
  </ol>`;
}

/** One sentence at the foot of the screen; read aloud; with one action at most. @param {string} text @param {{label: string, run: () => void}} [action] */
export function toast(text, action) {
  let host = document.getElementById('toasts');
  if (!host) {
    host = document.createElement('div');
    host.id = 'toasts';
    host.setAttribute('role', 'status');
    document.body.append(host);
  }
  const line = document.createElement('div');
  line.className = 'toast';
  line.append(text);
  if (action) {
    const act = document.createElement('button');
    act.textContent = action.label;
    act.addEventListener('click', () => {
      line.remove();
      action.run();
    });
    line.append(act);
  }
  host.append(line);
  setTimeout(() => line.remove(), action ? 12_000 : 5_000);
}

/** A question with two answers, both named by what they do. @param {{title: string, text?: string, yes: string, no?: string, danger?: boolean}} question @returns {Promise<boolean>} */
export function confirm({ title, text, yes, no = 'Не сейчас', danger = false }) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'question');
  const heading = document.createElement('h2');
  heading.id = 'question';
  heading.textContent = title;
  const body = document.createElement('p');
  body.textContent = text ?? '';
  const row = document.createElement('div');
  row.className = 'row';
  const agree = document.createElement('button');
  agree.textContent = yes;
  if (danger) agree.className = 'danger';
  const leave = document.createElement('button');
  leave.textContent = no;
  leave.className = 'quiet';
  row.append(agree, leave);
  dialog.append(heading, body, row);
  document.body.append(dialog);
  return new Promise((resolve) => {
    const end = (/** @type {boolean} */ answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    agree.addEventListener('click', () => end(true));
    leave.addEventListener('click', () => end(false));
    dialog.addEventListener('cancel', () => end(false));
    dialog.showModal();
  });
}

/** Offers a downloaded file under a name. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
