// The register of organisations, passports and the road map: their side of the contract.
import { api } from './session.js';

const own = (organisation) => `/v1/chair/organisations/${organisation}`;
const office = (organisation) => `/v1/office/organisations/${organisation}`;
const file = (path) => api.get(path, { as: 'blob', timeout: 120_000 });

export const showOrganisation = (organisation) => api.get(office(organisation));
export const searchRegister = (organisation, query) => api.get(`${office(organisation)}/register?${new URLSearchParams({ query })}`);
export const proposeOrganisation = (parent, organisation, key) => api.post(`${office(parent)}/below`, organisation, { key });
export const waitingForNumber = (organisation) => api.get(`${office(organisation)}/waiting-for-number`);
export const allotNumber = (organisation, inpo, key) => api.post(`${office(organisation)}/number`, { inpo }, { key });
export const listDeeds = (organisation) => api.get(`${office(organisation)}/deeds`);
export const decide = (organisation, decision, key) => api.post(`${office(organisation)}/deeds`, decision, { key });

export const showPassport = (organisation, on) => api.get(`${own(organisation)}/passport${on ? `?on=${on}` : ''}`);
export const changePassport = (organisation, values, trueFrom) => api.call('PUT', `${own(organisation)}/passport`, { body: { values, trueFrom } });
export const passportHistory = (organisation, field) => api.get(`${own(organisation)}/passport/history${field ? `?field=${field}` : ''}`);
export const declareHeadcount = (organisation, headcount) => api.call('PUT', `${own(organisation)}/passport/headcounts`, { body: headcount });
export const showRoadMap = (organisation) => api.get(`${own(organisation)}/road-map`);
export const showStructure = (organisation) => api.get(`${own(organisation)}/structure`);
export const openUnit = (organisation, unit, key) => api.post(`${own(organisation)}/units`, unit, { key });
export const closeUnit = (organisation, unit, on) => api.post(`${own(organisation)}/units/${unit}/close`, { on });
export const recordOfficial = (organisation, official, key) => api.post(`${own(organisation)}/officials`, official, { key });
export const endOfficial = (organisation, official, on) => api.post(`${own(organisation)}/officials/${official}/end`, { on });
export const addDocument = (organisation, document, key) => api.post(`${own(organisation)}/documents`, document, { key });
export const removeDocument = (organisation, document) => api.call('DELETE', `${own(organisation)}/documents/${document}`);

export const showProgress = (organisation) => api.get(`${office(organisation)}/progress`, { timeout: 60_000 });
export const listOverdue = (organisation) => api.get(`${office(organisation)}/overdue`, { timeout: 60_000 });
export const showDueDates = (organisation) => api.get(`${office(organisation)}/due-dates`);
export const setDueDates = (organisation, dates) => api.call('PUT', `${office(organisation)}/due-dates`, { body: dates });

export function previewRegister(organisation, table, key) {
  const body = new FormData();
  body.append('file', table);
  return api.post(`${office(organisation)}/register-lists`, body, { key, timeout: 180_000 });
}
export const showRegisterPlan = (organisation, plan, pile) => api.get(`${office(organisation)}/register-lists/${plan}?pile=${pile}&limit=200`);
export const applyRegister = (organisation, plan, onlyValid) => api.post(`${office(organisation)}/register-lists/${plan}/apply`, { onlyValid }, { timeout: 300_000 });
export const registerTemplate = (organisation, form) => file(`${office(organisation)}/register-lists/template.xlsx?form=${form}`);
