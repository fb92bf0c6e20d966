// The member's consents and her own data: loaded when she opens them.
import { api } from './member.js';

export async function listConsents() {
  return (await api.get('/v1/member/consents')).lines;
}

/** @returns the lines as they are afterwards */
export async function withdraw({ purpose, channel }) {
  return (await api.post('/v1/member/consents/withdrawals', { purpose, channels: channel ? [channel] : [] })).lines;
}

/** Messages may be agreed to here, in the words that were shown; the other purposes need a paper. */
export async function agreeTo(channel, textVersion) {
  return (await api.post('/v1/member/consents', { channels: [channel], textVersion })).lines;
}

/** The words in force today. */
export const consentText = (purpose) => api.get(`/v1/member/consents/texts/${purpose}`);

export async function consentHistory() {
  return (await api.get('/v1/member/consents/history')).lines;
}

/** Everything that is kept about me: to read, and for programs. */
export const myDataOnPaper = () => api.get('/v1/member/data-copy.pdf', { as: 'blob', timeout: 60_000 });
export const myData = () => api.get('/v1/member/data-copy', { as: 'blob', timeout: 60_000 });
