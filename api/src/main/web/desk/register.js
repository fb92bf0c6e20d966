// The desk's side of the contract. Addresses stand here only.
import { api } from './session.js';
import { newId } from '../shared/api.js';

const of = (primary) => `/v1/chair/primaries/${primary}`;

function query(values) {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
}

/** Names and numbers are asked for by POST: an address ends up in logs. */
export const showPrimary = (primary) => api.get(of(primary));
export const listMembers = (primary, { query: text, cursor }) => api.call('POST', `${of(primary)}/members/search`, { body: { query: text ?? '', cursor: cursor ?? null } });
export const showMember = (primary, person) => api.get(`${of(primary)}/members/${person}`);
export const makeSlip = (primary, person) => api.post(`${of(primary)}/members/${person}/activation-slip`);

export function uploadList(primary, file, key = newId()) {
  const body = new FormData();
  body.append('file', file);
  return api.post(`${of(primary)}/lists`, body, { key, timeout: 120_000 });
}
export const showList = (primary, plan) => api.get(`${of(primary)}/lists/${plan}`);
export const applyList = (primary, plan) => api.post(`${of(primary)}/lists/${plan}/application`, {}, { timeout: 120_000 });
export const undoList = (primary, plan) => api.post(`${of(primary)}/lists/${plan}/undo`, {});
export const annotatedList = (primary, plan) => api.get(`${of(primary)}/lists/${plan}/annotated`, { as: 'blob' });
export const listTemplate = (primary) => api.get(`${of(primary)}/lists/template`, { as: 'blob' });

export const listWithoutConsent = (primary, purpose) => api.get(`${of(primary)}/consents/missing${query({ purpose })}`);
export const recordConsents = (primary, recording, key) => api.post(`${of(primary)}/consents`, recording, { key });
export const consentForms = (primary, purpose, personIds) => api.post(`${of(primary)}/consents/forms`, { purpose, personIds }, { as: 'blob', timeout: 120_000 });

export const showEligibility = (primary) => api.get(`${of(primary)}/orders/eligibility`);
export const placeOrder = (primary, order, key) => api.post(`${of(primary)}/orders`, order, { key });
export const listOrders = (primary) => api.get(`${of(primary)}/orders`);

export const listCards = (primary, status) => api.get(`${of(primary)}/cards${query({ status })}`);
export const issueCards = (primary, issue, key) => api.post(`${of(primary)}/cards/issue`, issue, { key });
export const showCard = (primary, card) => api.get(`${of(primary)}/cards/${card}`);

export const listMeetings = (organisation) => api.get(`/v1/chair/meetings${query({ organisationId: organisation })}`);
export const createMeeting = (meeting, key) => api.post('/v1/chair/meetings', meeting, { key });
export const showMeeting = (meeting) => api.get(`/v1/chair/meetings/${meeting}`);
export const invite = (meeting, invitation) => api.post(`/v1/chair/meetings/${meeting}/invitations`, invitation);
export const revokeDevice = (meeting, device) => api.call('DELETE', `/v1/chair/meetings/${meeting}/devices/${device}`);

export const officeOrders = (organisation, state) => api.get(`/v1/office/orders${query({ organisationId: organisation, state })}`);
export const officeOrder = (order) => api.get(`/v1/office/orders/${order}`);
export const approveOrder = (order) => api.post(`/v1/office/orders/${order}/approval`, {});
export const returnOrder = (order, reason) => api.post(`/v1/office/orders/${order}/return`, { reason });

export const officeBatches = (organisation) => api.get(`/v1/office/batches${query({ organisationId: organisation })}`);
export const officeBatch = (batch) => api.get(`/v1/office/batches/${batch}`);
export const createBatch = (orderIds, key) => api.post('/v1/office/batches', { orderIds }, { key });
export const moveBatch = (batch, step) => api.post(`/v1/office/batches/${batch}/${step}`, {});
