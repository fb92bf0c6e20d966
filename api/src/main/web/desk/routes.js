// Addresses of the desk: `#people`, `#person/<id>` … One screen a file.
import { html } from 'lit';
import { NoConnection } from '../shared/api.js';
import { errorSummary, loading } from '../shared/elements.js';
import { acting } from './session.js';
import './home.js';
import './people.js';
import './person.js';
import './load-list.js';
import './new-person.js';
import './consents.js';
import './find-sheet.js';
import './erasures.js';
import './order.js';
import './hand-out.js';
import './card-history.js';
import './meetings.js';
import './slip.js';
import './person-history.js';
import './person-state.js';
import './register-on-day.js';
import './transfers.js';
import './ask-for.js';
import './corrections.js';
import './duplicates.js';
import './stranded.js';
import './office-orders.js';
import './office-batches.js';
import './office-people.js';
import './by-reason.js';
import './delegation.js';

// The organisation is the key of the screen: another organisation is another screen.
const id = () => acting().organisationId;

export const ROUTES = {
  '': () => html`<desk-home .primary=${id()}></desk-home>`,
  people: () => html`<desk-people .primary=${id()}></desk-people>`,
  person: ([person]) => html`<desk-person .primary=${id()} .person=${person}></desk-person>`,
  slip: ([person]) => html`<desk-slip .primary=${id()} .person=${person}></desk-slip>`,
  history: ([person]) => html`<desk-person-history .primary=${id()} .person=${person}></desk-person-history>`,
  state: ([person]) => html`<desk-person-state .primary=${id()} .person=${person}></desk-person-state>`,
  'on-day': () => html`<desk-register-on-day .primary=${id()}></desk-register-on-day>`,
  transfers: () => html`<desk-transfers .primary=${id()}></desk-transfers>`,
  'ask-for': () => html`<desk-ask-for .primary=${id()}></desk-ask-for>`,
  corrections: () => html`<desk-corrections .primary=${id()}></desk-corrections>`,
  duplicates: () => html`<desk-duplicates .primary=${id()}></desk-duplicates>`,
  stranded: () => html`<office-stranded .organisation=${id()}></office-stranded>`,
  load: () => html`<desk-load .primary=${id()}></desk-load>`,
  'new-person': () => html`<desk-new-person .primary=${id()}></desk-new-person>`,
  consents: ([purpose]) => html`<desk-consents .primary=${id()} .purpose=${purpose ?? 'UNION_PROCESSING'}></desk-consents>`,
  'find-sheet': () => html`<desk-find-sheet .primary=${id()}></desk-find-sheet>`,
  printed: ([number]) => html`<desk-consents .primary=${id()} .printed=${number}></desk-consents>`,
  erasures: () => html`<desk-erasures .primary=${id()}></desk-erasures>`,
  order: () => html`<desk-order .primary=${id()}></desk-order>`,
  'hand-out': () => html`<desk-hand-out .primary=${id()}></desk-hand-out>`,
  sheet: ([sheet]) => html`<desk-hand-out .primary=${id()} .sheet=${sheet}></desk-hand-out>`,
  'issue-by-code': () => later('issue-by-code', () => import('./issue-by-code.js'), () => html`<desk-issue-by-code .primary=${id()}></desk-issue-by-code>`),
  card: ([card]) => html`<desk-card .primary=${id()} .card=${card}></desk-card>`,
  meetings: ([meeting]) =>
    meeting ? later('meeting', () => import('./meeting.js'), () => html`<desk-meeting .meetingId=${meeting}></desk-meeting>`) : html`<desk-meetings .organisation=${id()}></desk-meetings>`,
  hall: ([meeting]) => later('hall', () => import('./hall.js'), () => html`<desk-hall .meetingId=${meeting}></desk-hall>`),
  sittings: ([meeting]) => later('sittings', () => import('./sittings.js'), () => html`<desk-sittings .meetingId=${meeting}></desk-sittings>`),
  bodies: ([body]) => later('bodies', () => import('./bodies.js'), () => html`<desk-bodies .organisation=${id()} .bodyId=${body ?? null}></desk-bodies>`),
  orders: ([order]) => html`<office-orders .organisation=${id()} .orderId=${order ?? null}></office-orders>`,
  delegation: () => html`<desk-delegation .primary=${id()}></desk-delegation>`,
  staff: ([organisation]) => html`<office-people .organisation=${organisation ?? id()}></office-people>`,
  'by-reason': ([primary]) => html`<office-by-reason .primary=${primary}></office-by-reason>`,
  costs: () => later('costs', () => import('./office-costs.js'), () => html`<office-costs .organisation=${id()}></office-costs>`),
  batches: ([batch]) => html`<office-batches .organisation=${id()} .batchId=${batch ?? null}></office-batches>`,
  passport: ([organisation, tab]) => later('passport', () => import('./passport.js'), () => html`<desk-passport .organisation=${organisation || id()} .tab=${tab ?? ''}></desk-passport>`),
  'road-map': () => later('road-map', () => import('./road-map.js'), () => html`<desk-road-map .organisation=${id()}></desk-road-map>`),
  register: ([organisation]) => later('organisations', () => import('./organisations.js'), () => html`<office-register .organisation=${organisation || id()}></office-register>`),
  decisions: ([organisation]) => later('decisions', () => import('./decisions.js'), () => html`<office-decisions .organisation=${organisation}></office-decisions>`),
  'load-register': () => later('load-register', () => import('./load-register.js'), () => html`<load-register .organisation=${id()}></load-register>`),
  undelivered: () => later('undelivered', () => import('./undelivered.js'), () => html`<office-undelivered .organisation=${id()}></office-undelivered>`),
  progress: ([organisation]) => later('progress', () => import('./progress.js'), () => html`<office-progress .organisation=${organisation || id()}></office-progress>`),
};

/** Scripts of screens that come when they are asked for: by name, true or the failure. */
const scripts = new Map();

/** @param {string} name @param {() => Promise<any>} load @param {() => any} screen */
function later(name, load, screen) {
  const arrived = scripts.get(name);
  if (arrived === true) return screen();
  if (arrived) {
    scripts.delete(name);
    return errorSummary(arrived);
  }
  const tell = (/** @type {any} */ outcome) => {
    scripts.set(name, outcome);
    dispatchEvent(new Event('screen-arrived'));
  };
  load().then(() => tell(true), () => tell(new NoConnection()));
  return loading();
}

/** @param {boolean} isPrimary */
export function menu(isPrimary) {
  const meetings = { path: 'meetings', name: 'Мероприятия', has: ['meetings', 'hall', 'sittings', 'bodies'] };
  return isPrimary
    ? [
        { path: '', name: 'Сделать сейчас', has: [''] },
        { path: 'people', name: 'Люди', has: ['people', 'person', 'new-person', 'slip', 'load', 'history', 'state', 'on-day', 'transfers', 'ask-for', 'corrections', 'duplicates'] },
        { path: 'consents', name: 'Согласия', has: ['consents', 'find-sheet', 'printed', 'erasures'] },
        { path: 'hand-out', name: 'Билеты', has: ['hand-out', 'sheet', 'issue-by-code', 'order', 'card'] },
        { path: 'passport', name: 'Паспорт', has: ['passport', 'road-map'] },
        meetings,
      ]
    : [
        { path: 'orders', name: 'Заявки', has: ['', 'orders'] },
        { path: 'batches', name: 'Партии', has: ['batches'] },
        { path: 'costs', name: 'Расходы', has: ['costs'] },
        { path: 'register', name: 'Реестр', has: ['register', 'passport', 'decisions', 'load-register'] },
        { path: 'progress', name: 'Ход работы', has: ['progress'] },
        { path: 'stranded', name: 'Ждут перевода', has: ['stranded'] },
        ...(acting().level === 'CENTRAL' ? [{ path: 'undelivered', name: 'Не дошло', has: ['undelivered'] }] : []),
        { path: 'staff', name: 'Полномочия', has: ['staff', 'by-reason'] },
        meetings,
      ];
}
