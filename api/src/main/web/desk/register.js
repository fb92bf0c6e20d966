// The desk's side of the contract. Addresses stand here only.
import { api } from './session.js';
import { newId } from '../shared/api.js';

const of = (primary) => `/v1/chair/primaries/${primary}`;

function query(values) {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
}

export const showPrimary = (primary) => api.get(of(primary));
export const listMembers = (primary, { text, cursor }) => api.get(`${of(primary)}/members${query({ query: text, cursor })}`);
export const showMember = (primary, person) => api.get(`${of(primary)}/members/${person}`);
export const addMember = (primary, member, key) => api.post(`${of(primary)}/members`, member, { key });
export const endMembership = (primary, person, end) => api.post(`${of(primary)}/members/${person}/end`, end);
export const undoEnd = (primary, person) => api.post(`${of(primary)}/members/${person}/end/undo`);
export const changeState = (primary, person, state) => api.post(`${of(primary)}/members/${person}/state`, state);
export const listUnits = (primary) => api.get(`${of(primary)}/units`);
export const showHistory = (primary, person, on) => api.get(`${of(primary)}/members/${person}/history${query({ on })}`);
export const registerOn = (primary, on, cursor) => api.get(`${of(primary)}/register${query({ on, cursor })}`);

export const askFor = (primary, request, key) => api.post(`${of(primary)}/requests`, request, { key });
export const listRequests = (primary) => api.get(`${of(primary)}/requests`);
export const cancelRequest = (primary, request) => api.post(`${of(primary)}/requests/${request}/cancel`);
export const endLink = (primary, request, on) => api.post(`${of(primary)}/requests/${request}/end-link`, { on });
export const listClaims = (primary) => api.get(`${of(primary)}/claims`);
export const grantClaim = (primary, request, on) => api.post(`${of(primary)}/claims/${request}/grant`, { on });
export const refuseClaim = (primary, request, reason) => api.post(`${of(primary)}/claims/${request}/refuse`, { reason });

export const listTakeovers = (primary) => api.get(`${of(primary)}/takeovers`);
export const takeOver = (primary, fromId, key) => api.post(`${of(primary)}/takeovers`, { fromId }, { key, timeout: 180_000 });

export const listCorrections = (primary) => api.get(`${of(primary)}/corrections`);
export const acceptCorrection = (primary, correction) => api.post(`${of(primary)}/corrections/${correction}/accept`);
export const declineCorrection = (primary, correction, reason) => api.post(`${of(primary)}/corrections/${correction}/decline`, { reason });

export const listDuplicates = (primary) => api.get(`${of(primary)}/duplicates`);
export const sayDistinct = (primary, personId, otherPersonId) => api.post(`${of(primary)}/duplicates/distinct`, { personId, otherPersonId });
export const mergePersons = (primary, personId, mergedPersonId, key) => api.post(`${of(primary)}/merges`, { personId, mergedPersonId }, { key });
export const listMerges = (primary) => api.get(`${of(primary)}/merges`);
export const undoMerge = (primary, merge) => api.post(`${of(primary)}/merges/${merge}/undo`);

/** The same key makes the same slip, on the screen and on paper. */
export const makeSlip = (primary, person, key) => api.post(`${of(primary)}/members/${person}/activation-slip`, undefined, { key });
export const printSlip = (primary, person, key) => api.post(`${of(primary)}/members/${person}/activation-slip/sheet`, undefined, { key, as: 'blob' });
export const revokePhones = (primary, person) => api.call('DELETE', `${of(primary)}/members/${person}/phones`);

/** PDFs, workbooks and CSV come as files; whoever prefers JSON is taken to ask for what has an id there. @param {string} path */
const file = (path) => api.get(path, { as: 'blob', timeout: 120_000, headers: { Accept: '*/*' } });

export function previewList(primary, list, key) {
  const body = new FormData();
  body.append('file', list);
  return api.post(`${of(primary)}/lists`, body, { key, timeout: 180_000 });
}
export const showList = (primary, plan, { pile, limit }) => api.get(`${of(primary)}/lists/${plan}${query({ pile, limit })}`);
export const applyList = (primary, plan, choice) => api.post(`${of(primary)}/lists/${plan}/apply`, choice, { timeout: 180_000 });
export const listLoads = (primary) => api.get(`${of(primary)}/lists`);
export const listColumns = (primary, plan) => api.get(`${of(primary)}/lists/${plan}/columns`, { timeout: 60_000 });
export const nameColumns = (primary, plan, naming, key) => api.post(`${of(primary)}/lists/${plan}/columns`, naming, { key, timeout: 180_000 });
export const listRemarks = (primary, plan) => file(`${of(primary)}/lists/${plan}/remarks.xlsx`);
export const undoList = (primary, plan) => api.post(`${of(primary)}/lists/${plan}/undo`, undefined, { timeout: 180_000 });
export const exportMembers = (primary) => file(`${of(primary)}/lists/members.xlsx`);
export const listTemplate = (primary) => file(`${of(primary)}/lists/template.xlsx`);

export const listConsents = (primary, purpose) => api.get(`${of(primary)}/consents${query({ purpose })}`);
export const recordConsents = (primary, recording, key) => api.post(`${of(primary)}/consents`, recording, { key });
export const withdrawConsent = (primary, withdrawal) => api.post(`${of(primary)}/consents/withdrawals`, withdrawal);
export const consentSheets = (primary, { purpose, personId, pack }) => file(`${of(primary)}/consents/sheets${query({ purpose, personId, pack })}`);
/** By the number in the corner of a sheet, or by the code of the sheet itself. */
export const showPrinted = (primary, number) => api.get(`${of(primary)}/consents/printed-lists/${number}`);
export const showPrintedOf = (primary, sheet) => api.get(`${of(primary)}/consents/sheets/${sheet}/printed-list`);

export const memberData = (primary, person) => file(`${of(primary)}/members/${person}/data-copy.pdf`);
export const listErasures = (primary) => api.get(`${of(primary)}/erasures`);
export const erase = (primary, erasure) => api.post(`${of(primary)}/erasures/${erasure}/execution`);
export const erasureAct = (primary, erasure) => file(`${of(primary)}/erasures/${erasure}/act.pdf`);
export const erasureJournal = (primary, erasure) => file(`${of(primary)}/erasures/${erasure}/journal.csv`);

export const showEligibility = (primary) => api.get(`${of(primary)}/orders/eligibility`);
export const placeOrder = (primary, order, key) => api.post(`${of(primary)}/orders`, order, { key });
export const keepDraft = (primary, order) => api.call('PUT', `${of(primary)}/orders/draft`, { body: order });
export const listOrders = (primary) => api.get(`${of(primary)}/orders`);
export const cancelOrder = (primary, order) => api.post(`${of(primary)}/orders/${order}/cancel`);
export const orderPaper = (primary, order) => file(`${of(primary)}/orders/${order}/paper`);

export const listCards = (primary) => api.get(`${of(primary)}/cards`);
export const issueCards = (primary, issue, key) => api.post(`${of(primary)}/cards/issue`, issue, { key });
export const issueSheet = (primary) => file(`${of(primary)}/cards/issue-sheet`);
export const showCard = (primary, card) => api.get(`${of(primary)}/cards/${card}`);
export const endCard = (primary, card, reason) => api.post(`${of(primary)}/cards/${card}/end`, { reason });
export const issueScanned = (primary, scanned) => api.post(`${of(primary)}/cards/issue-scanned`, scanned);
export const undoIssue = (primary, cardIds) => api.post(`${of(primary)}/cards/undo-issue`, { cardIds });
export const makePaperCard = (primary, person) => api.post(`${of(primary)}/members/${person}/paper-card`);
export const paperCard = (primary, card) => file(`${of(primary)}/cards/${card}/paper`);
export const sheetCards = (primary, sheet) => api.get(`${of(primary)}/cards/issue-sheets/${sheet}`);

export const listMeetings = (organisation) => api.get(`/v1/chair/meetings${query({ organisationId: organisation })}`);
export const createMeeting = (organisation, meeting, key) => api.post(`/v1/chair/meetings${query({ organisationId: organisation })}`, meeting, { key });
export const showMeeting = (meeting) => api.get(`/v1/chair/meetings/${meeting}`);
export const invite = (meeting, invitation, key) => api.post(`/v1/chair/meetings/${meeting}/invitations`, invitation, { key });
export const revokeDevice = (meeting, device) => api.call('DELETE', `/v1/chair/meetings/${meeting}/devices/${device}`);
export const listScans = (meeting) => api.get(`/v1/chair/meetings/${meeting}/scans${query({ limit: 20 })}`);

export const showDelegation = (primary) => api.get(`${of(primary)}/delegation`);
export const delegateWork = (primary, until, key) => api.post(`${of(primary)}/delegation`, { until }, { key });
export const revokeDelegation = (primary) => api.call('DELETE', `${of(primary)}/delegation`);
export const searchByReason = (primary, text) => api.get(`${of(primary)}/by-reason/members${query({ query: text })}`);
export const showByReason = (primary, person) => api.get(`${of(primary)}/by-reason/members/${person}`);

const office = (organisation) => `/v1/office/organisations/${organisation}`;
export const listStranded = (organisation) => api.get(`${office(organisation)}/stranded`);
export const nameReceiver = (organisation, inpo) => api.call('PUT', `${office(organisation)}/receiver`, { body: { inpo } });
export const ordersBelow = (organisation) => api.get(`${office(organisation)}/orders`);
export const approveOrder = (organisation, order) => api.post(`${office(organisation)}/orders/${order}/approve`);
export const returnOrder = (organisation, order, reason) => api.post(`${office(organisation)}/orders/${order}/return`, { reason });
export const handOver = (organisation, order, count) => api.post(`${office(organisation)}/orders/${order}/hand-over`, count);

export const cardCosts = (organisation, year) => api.get(`${office(organisation)}/card-costs${query({ year })}`);
export const cardPrices = (organisation) => api.get(`${office(organisation)}/card-prices`);
export const setCardPrice = (organisation, from, kopecks) => api.call('PUT', `${office(organisation)}/card-prices/${from}`, { body: { kopecks } });

export const listBatches = (organisation) => api.get(`${office(organisation)}/batches`);
export const regionsToProduce = (organisation) => api.get(`${office(organisation)}/batches/waiting`);
export const takeIntoProduction = (organisation, regionId, key) => api.post(`${office(organisation)}/batches`, { regionId }, { key });
export const moveBatch = (organisation, batch, step, count) => api.post(`${office(organisation)}/batches/${batch}/${step}`, count);
export const batchCounts = (organisation, batch) => api.get(`${office(organisation)}/batches/${batch}/counts`);
export const personalisation = (organisation, batch, kind) => file(`${office(organisation)}/batches/${batch}/personalisation.${kind}`);
export const batchAct = (organisation, batch) => file(`${office(organisation)}/batches/${batch}/act`);
export const packingList = (organisation, batch, order) => file(`${office(organisation)}/batches/${batch}/packs/${order}/list`);

export const showOrganisation = (organisation) => api.get(office(organisation));
export const appointments = (organisation) => api.get(`${office(organisation)}/appointments`);
export const appoint = (organisation, appointment, key) => api.post(`${office(organisation)}/appointments`, appointment, { key });
export const endAppointment = (organisation, appointment) => api.post(`${office(organisation)}/appointments/${appointment}/end`);
export const newSlip = (organisation, appointment, key) => api.post(`${office(organisation)}/appointments/${appointment}/slip`, undefined, { key });
export const askReset = (organisation, appointment, reason, key) => api.post(`${office(organisation)}/appointments/${appointment}/second-factor-reset`, { reason }, { key });
export const waitingResets = (organisation) => api.get(`${office(organisation)}/second-factor-resets`);
export const confirmReset = (organisation, reset) => api.post(`${office(organisation)}/second-factor-resets/${reset}/confirm`);
export const changeChair = (organisation, appointment, key) => api.post(`${office(organisation)}/chair-changes`, appointment, { key });
export const chairAct = (organisation, change) => file(`${office(organisation)}/chair-changes/${change}/act.pdf`);
export const openByReason = (organisation, reason, key) => api.post(`${office(organisation)}/readings`, { reason }, { key });
