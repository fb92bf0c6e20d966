// Messages to many: their side of the contract.
import { api } from './session.js';

const own = (organisation) => `/v1/chair/organisations/${organisation}/campaigns`;
const above = (organisation) => `/v1/office/organisations/${organisation}/campaigns-to-approve`;

export const listTemplates = () => api.get('/v1/chair/campaign-templates');
export const listCampaigns = (organisation) => api.get(own(organisation));
export const showCampaign = (organisation, campaign) => api.get(`${own(organisation)}/${campaign}`);
export const writeCampaign = (organisation, draft, key) => api.post(own(organisation), draft, { key });
export const changeCampaign = (organisation, campaign, draft) => api.call('PUT', `${own(organisation)}/${campaign}`, { body: draft });
export const previewCampaign = (organisation, campaign) => api.get(`${own(organisation)}/${campaign}/preview`, { timeout: 120_000 });
export const testCampaign = (organisation, campaign, test) => api.post(`${own(organisation)}/${campaign}/test`, test);
/** @param {'send' | 'pause' | 'resume' | 'cancel'} deed */
export const doCampaign = (organisation, campaign, deed) => api.post(`${own(organisation)}/${campaign}/${deed}`, undefined, { timeout: 120_000 });

export const listToApprove = (organisation) => api.get(above(organisation));
export const showToApprove = (organisation, campaign) => api.get(`${above(organisation)}/${campaign}`);
export const approveCampaign = (organisation, campaign) => api.post(`${above(organisation)}/${campaign}/approve`);
export const returnCampaign = (organisation, campaign, reason) => api.post(`${above(organisation)}/${campaign}/return`, { reason });
