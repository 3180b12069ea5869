/** Every route of the server, in the order in which they are matched. */
import { createImports } from '../entity/import/index.ts';
import { createFiles } from '../file/index.ts';
import { previewRecordStarts } from '../flow/commands/preview-record-starts.ts';
import type { Services } from '../services.ts';
import type { Route } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { auditRoutes } from './routes/audit.ts';
import { beginRoutes } from './routes/begin.ts';
import { clockRoutes } from './routes/clock.ts';
import { consentRoutes } from './routes/consents.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { entityRoutes } from './routes/entities.ts';
import { entityPreviewRoutes } from './routes/entity-preview.ts';
import { entityChangeRoutes } from './routes/entity-changes.ts';
import { eventStreamRoutes } from './routes/events-stream.ts';
import { expressionRoutes } from './routes/expressions.ts';
import { exportRoutes } from './routes/exports.ts';
import { fileRoutes } from './routes/files.ts';
import { flowDesignRoutes } from './routes/flow-design.ts';
import { flowRoutes } from './routes/flows.ts';
import { flowTrialRoutes } from './routes/flow-trials.ts';
import { handOverRoutes } from './routes/hand-over.ts';
import { importRoutes } from './routes/imports.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { inboundMailRoutes } from './routes/inbound-mail.ts';
import { instanceRoutes } from './routes/instances.ts';
import { instanceOperationRoutes } from './routes/operations-on-instances.ts';
import { jobRoutes } from './routes/jobs.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { mergeRoutes } from './routes/merge.ts';
import { messageRoutes } from './routes/messages.ts';
import { metaRoutes } from './routes/meta.ts';
import { navigationRoutes } from './routes/navigation.ts';
import { operationRoutes } from './routes/operations.ts';
import { packRoutes } from './routes/packs.ts';
import { companyRoutes } from './routes/company.ts';
import { peopleRoutes } from './routes/people.ts';
import { recordFieldRoutes } from './routes/record-fields.ts';
import { recordMessageRoutes } from './routes/record-messages.ts';
import { preferenceRoutes } from './routes/preferences.ts';
import { messageFeedbackRoutes } from './routes/message-feedback.ts';
import { templateRoutes } from './routes/templates.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { pluginRoutes } from './plugin-routes.ts';
import { recordRoutes } from './routes/records.ts';
import { reportRoutes } from './routes/reports.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import { roleRoutes } from './routes/roles.ts';
import { screenRoutes } from './routes/screens.ts';
import { searchRoutes } from './routes/search.ts';
import { segmentRoutes } from './routes/segments.ts';
import { setupRoutes } from './routes/setup.ts';
import { shareRoutes } from './routes/shares.ts';
import { undoRoutes } from './routes/undo.ts';
import { whyRoutes } from './routes/why.ts';
import { viewRoutes } from './routes/views.ts';
import { workItemRoutes } from './routes/work-items.ts';

export interface RouteServices extends Services {
  isReady: () => boolean;
  areThreadsWell: () => boolean;
  /** What the other threads counted. */
  metrics: () => Promise<object[][]>;
  setupToken: () => string | null;
  /** Jobs were committed by this thread. */
  wake: () => void;
}

export function allRoutes(services: RouteServices): Route[] {
  const files = createFiles({ sql: services.sql });
  const imports = createImports({ ...services, files, previewStarts: previewRecordStarts(services) });
  const routes: Route[] = [
    ...operationRoutes(services),
    ...setupRoutes(services),
    ...metaRoutes(services),
    ...peopleRoutes(services),
    ...companyRoutes(services),
    ...accountRoutes(services),
    ...invitationRoutes(services),
    ...handOverRoutes(services),
    ...auditRoutes(services),
    ...packRoutes(services),
    ...shareRoutes(services),
    ...whyRoutes(services),
    ...roleRoutes({ ...services, allRoutes: () => routes }),
    ...exportRoutes(services),
    ...recordFieldRoutes({ ...services, files }),
    ...recordMessageRoutes(services),
    ...recordRoutes(services),
    ...mergeRoutes(services),
    ...undoRoutes(services),
    ...entityRoutes(services),
    ...screenRoutes(services),
    ...navigationRoutes(services),
    ...beginRoutes(services),
    ...segmentRoutes(services),
    ...consentRoutes(services),
    ...preferenceRoutes(services),
    ...entityChangeRoutes(services),
    ...viewRoutes(services),
    ...reportRoutes(services),
    ...subscriptionRoutes(services),
    ...entityPreviewRoutes(services),
    ...searchRoutes(services),
    ...eventStreamRoutes(services),
    ...importRoutes({ ...services, imports }),
    ...fileRoutes({ files }),
    ...decisionRoutes(services),
    ...expressionRoutes(services),
    ...flowRoutes(services),
    ...flowDesignRoutes(services),
    ...flowTrialRoutes(services),
    ...instanceRoutes(services),
    ...instanceOperationRoutes(services),
    ...jobRoutes(services),
    ...workItemRoutes(services),
    ...incidentRoutes(services),
    ...messageRoutes(services),
    ...clockRoutes(services),
    ...outboxRoutes(services),
    ...templateRoutes(services),
    ...messageFeedbackRoutes(services),
    ...inboundMailRoutes(services),
    ...pluginRoutes(services),
  ];
  return routes;
}
