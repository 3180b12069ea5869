export { servicePurpose, type Message } from './channel.ts';
export { listPurposes, purposeShape, savePurpose } from './consent/purposes.ts';
export { createReach, type Reach } from './create-reach.ts';
export { readQuietHours, writeQuietHours } from './gate/quiet-hours.ts';
export { confirmPage, donePage, leavePage, preferencesPage } from './pages/pages.ts';
