// Addresses of the desk: `#people`, `#person/<id>` … One screen a file.
import { html } from 'lit';
import { acting } from './session.js';
import './home.js';
import './people.js';
import './person.js';
import './load-list.js';
import './new-person.js';
import './consents.js';
import './order.js';
import './hand-out.js';
import './issue-by-code.js';
import './card-history.js';
import './meeting.js';
import './meetings.js';
import './slip.js';
import './office-orders.js';
import './office-batches.js';
import './office-costs.js';

// The organisation is the key of the screen: another organisation is another screen.
const id = () => acting().organisationId;

export const ROUTES = {
  '': () => html`<desk-home .primary=${id()}></desk-home>`,
  people: () => html`<desk-people .primary=${id()}></desk-people>`,
  person: ([person]) => html`<desk-person .primary=${id()} .person=${person}></desk-person>`,
  slip: ([person]) => html`<desk-slip .primary=${id()} .person=${person}></desk-slip>`,
  load: () => html`<desk-load .primary=${id()}></desk-load>`,
  'new-person': () => html`<desk-new-person .primary=${id()}></desk-new-person>`,
  consents: ([purpose]) => html`<desk-consents .primary=${id()} .purpose=${purpose ?? 'UNION_PROCESSING'}></desk-consents>`,
  order: () => html`<desk-order .primary=${id()}></desk-order>`,
  'hand-out': () => html`<desk-hand-out .primary=${id()}></desk-hand-out>`,
  sheet: ([sheet]) => html`<desk-hand-out .primary=${id()} .sheet=${sheet}></desk-hand-out>`,
  'issue-by-code': () => html`<desk-issue-by-code .primary=${id()}></desk-issue-by-code>`,
  card: ([card]) => html`<desk-card .primary=${id()} .card=${card}></desk-card>`,
  meetings: ([meeting]) => (meeting ? html`<desk-meeting .meetingId=${meeting}></desk-meeting>` : html`<desk-meetings .organisation=${id()}></desk-meetings>`),
  orders: ([order]) => html`<office-orders .organisation=${id()} .orderId=${order ?? null}></office-orders>`,
  costs: () => html`<office-costs .organisation=${id()}></office-costs>`,
  batches: ([batch]) => html`<office-batches .organisation=${id()} .batchId=${batch ?? null}></office-batches>`,
};

/** @param {boolean} isPrimary */
export function menu(isPrimary) {
  const meetings = { path: 'meetings', name: 'Мероприятия', has: ['meetings'] };
  return isPrimary
    ? [
        { path: '', name: 'Сделать сейчас', has: [''] },
        { path: 'people', name: 'Люди', has: ['people', 'person', 'new-person', 'slip', 'load'] },
        { path: 'consents', name: 'Согласия', has: ['consents'] },
        { path: 'hand-out', name: 'Билеты', has: ['hand-out', 'sheet', 'issue-by-code', 'order', 'card'] },
        meetings,
      ]
    : [
        { path: 'orders', name: 'Заявки', has: ['', 'orders'] },
        { path: 'batches', name: 'Партии', has: ['batches'] },
        { path: 'costs', name: 'Расходы', has: ['costs'] },
        meetings,
      ];
}
