export { servicePurpose, type Attachment, type Channel, type Delivery, type Message } from './channel.ts';
export { agree, type Agreement } from './consent/agreements.ts';
export { countStanding, type StandingCount } from './consent/count-standing.ts';
export { listPurposes, purposeShape, savePurpose } from './consent/purposes.ts';
export { createReach, type Reach } from './create-reach.ts';
export { readQuietHours, writeQuietHours } from './gate/quiet-hours.ts';
export { createInbound, type Inbound } from './inbound/inbound.ts';
export { replyTag } from './inbound/keep-mails.ts';
export type { IncomingMail, MailReceiver } from './inbound/mail.ts';
export { mailboxJob, watchMailbox } from './inbound/mailbox.ts';
export { largestMail } from './inbound/read-mail.ts';
export { isMachine } from './is-machine.ts';
export type { Links } from './link/signed-link.ts';
export { clearContents } from './outbox/clear-contents.ts';
export { deliveryJob } from './outbox/delivery.ts';
export { happened } from './outbox/happened.ts';
export { noteReport } from './outbox/note-report.ts';
export type { NewMessage } from './outbox/outbox.ts';
export { sendNow, type Sent } from './outbox/send-now.ts';
export { AddressRefused, sendOutgoing, type OutgoingAnswer, type OutgoingRequest } from './outgoing.ts';
export { insertPast, type PastMessage } from './outbox/sql/insert-past.ts';
export { takeBack } from './outbox/sql/take-back.ts';
export {
  readOutcomes,
  readSent,
  type MessageReading,
  type OutcomeQuestion,
  type OutcomeRow,
  type SentMessage,
  type SentQuestion,
} from './outbox/read-outcomes.ts';
export { reachedIds } from './outbox/sql/reached-ids.ts';
export { listMessages, outboxFigures, readMessage, sendAgain, stopMessages } from './outbox/read-outbox.ts';
export { confirmPage, donePage, leavePage, preferencesPage } from './pages/pages.ts';
export { compileTemplate, type CompiledTemplate, type TemplateSource } from './template/compile-template.ts';
export { clickLink, openLink, withTracking } from './tracking.ts';
