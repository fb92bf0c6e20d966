// Lists, people, sheets, holders of phones and conflicts of one meeting.
import { api } from './session.js';

const of = (meeting) => `/v1/chair/meetings/${meeting}`;

export const listLists = (meeting) => api.get(`${of(meeting)}/lists`);
export const addList = (meeting, list, key) => api.post(`${of(meeting)}/lists`, list, { key });
export const closeList = (meeting, list) => api.post(`${of(meeting)}/lists/${list}/close`);
export const printSheet = (meeting, sheet, key) => api.post(`${of(meeting)}/sheets`, sheet, { key, as: 'blob' });
export const listOperators = (meeting) => api.get(`${of(meeting)}/operators`);
export const nameOperator = (meeting, name, key) => api.post(`${of(meeting)}/operators`, { name }, { key });
export const endOperator = (meeting, operator) => api.call('DELETE', `${of(meeting)}/operators/${operator}`);
export const listConflicts = (meeting) => api.get(`${of(meeting)}/conflicts`);
export const rule = (meeting, conflict, ruling) => api.call('PUT', `${of(meeting)}/conflicts/${conflict}/ruling`, { body: ruling });
export const takeBack = (meeting, scan, reason, key) => api.post(`${of(meeting)}/scans/${scan}/void`, { reason }, { key });
