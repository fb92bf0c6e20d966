// Elected bodies, their sittings at meetings, papers and exports.
import { api } from './session.js';

const of = (meeting) => `/v1/chair/meetings/${meeting}/sittings`;
const body = (id) => `/v1/chair/bodies/${id}`;

export const listBodies = (organisation) => api.get(`/v1/chair/bodies?organisationId=${organisation}`);
export const createBody = (organisation, made, key) => api.post(`/v1/chair/bodies?organisationId=${organisation}`, made, { key });
export const showBody = (id) => api.get(body(id));
export const confirmMandates = (id, decision) => api.call('PUT', `${body(id)}/confirmation`, { body: { mandateIds: [], decision } });
export const decideOnMandate = (id, mandate, act) => api.call('PUT', `${body(id)}/mandates/${mandate}`, { body: act });
export const listDelegates = (id, sender) => api.get(`${body(id)}/delegates?organisationId=${sender}`);
export const sendDelegate = (id, sender, delegate, key) => api.post(`${body(id)}/delegates?organisationId=${sender}`, delegate, { key });

export const showSittings = (meeting) => api.get(of(meeting));
export const addSitting = (meeting, sitting, key) => api.post(of(meeting), sitting, { key });
export const takeSnapshot = (meeting, sitting, snapshot, key) => api.post(`${of(meeting)}/${sitting}/snapshots`, snapshot, { key });
export const recordVote = (meeting, sitting, vote, key) => api.post(`${of(meeting)}/${sitting}/votes`, vote, { key });
export const freezePaper = (meeting, sitting, paper, key) => api.post(`${of(meeting)}/${sitting}/papers`, paper, { key });
export const printPaper = (meeting, sitting, paper) => api.call('GET', `${of(meeting)}/${sitting}/papers/${paper}`, { as: 'blob' });
export const takeAway = (meeting, list, what) => api.call('GET', `/v1/chair/meetings/${meeting}/lists/${list}/${what}`, { as: 'blob' });
