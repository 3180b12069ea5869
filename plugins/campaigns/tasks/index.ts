export { assignVariant } from './assign-variant.ts';
export { confirmForms } from './confirm-forms.ts';
export { creditSale } from './credit-sale.ts';
export { mailAudience } from './mail-audience.ts';
export { recordOutcome } from './record-outcome.ts';
export { response } from './response.ts';
export { sendMail } from './send-mail.ts';
export { split } from './split.ts';
