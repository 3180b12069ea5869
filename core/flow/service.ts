/** What the HTTP thread asks of flows. Reads and small changes go to the database; what moves tokens goes to the engine. */
import type { Access } from '../access/index.ts';
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import type { RecordStore } from '../entity/record-store.ts';
import type { Events } from '../event/index.ts';
import type { Registry } from '../registry.ts';
import { activateParts } from './commands/activate-parts.ts';
import { advanceClock } from './commands/advance-clock.ts';
import { claimWorkItem } from './commands/claim-work-item.ts';
import { completeWorkItem } from './commands/complete-work-item.ts';
import { delegateWorkItem } from './commands/delegate-work-item.ts';
import { deployBase } from './commands/deploy-base.ts';
import { deployFlows } from './commands/deploy-flows.ts';
import { dropFlowTest, keepFlowTest, listFlowTests, runFlowTests } from './commands/flow-tests.ts';
import { listFlows } from './commands/list-flows.ts';
import { readWorkItem } from './commands/find-work-item.ts';
import { listIncidents } from './commands/list-incidents.ts';
import { listInstances } from './commands/list-instances.ts';
import { listTokens } from './commands/list-tokens.ts';
import { listWorkItems } from './commands/list-work-items.ts';
import { listOperations, showOperation, startOperation, stopOperation } from './commands/operations.ts';
import { rehearseMigration } from './commands/rehearse-migration.ts';
import { operateInstance } from './commands/operate-instance.ts';
import type { Actor } from '../access/index.ts';
import { flowNames } from './commands/flow-texts.ts';
import type { FlowParts } from './commands/parts.ts';
import { broadcastSignal, publishMessage } from './commands/publish-message.ts';
import { readHistory } from './commands/read-history.ts';
import { readInstance } from './commands/read-instance.ts';
import { readStory } from './commands/read-story.ts';
import { listElements } from './commands/list-elements.ts';
import { listVersions, readVersion } from './commands/read-version.ts';
import { dropDraft, listDrafts, readDraft, saveDraft } from './design/drafts.ts';
import { keepEditor, leaveEditor } from './design/editors.ts';
import { listStarters } from './design/list-starters.ts';
import { planDeployment } from './design/plan-deployment.ts';
import { elementFigures } from './figures/element-figures.ts';
import { readWorkItems } from './commands/work-item-rows.ts';
import { releaseWorkItem } from './commands/release-work-item.ts';
import { resolveIncident } from './commands/resolve-incident.ts';
import { retryJobs } from './commands/retry-jobs.ts';
import { retryIncident } from './commands/retry-incident.ts';
import { simulateFlow } from './commands/simulate-flow.ts';
import { seenChanges } from './commands/seen-changes.ts';
import { startInstance, startInstances } from './commands/start-instances.ts';
import { heldWorkItems } from './operations/held-work-items.ts';
import { listenToRecords } from './shell/starts/listen-to-records.ts';
import { createChanges, listenToChanges, type FlowChange } from './shell/changes.ts';
import { createDefinitions } from './shell/definitions.ts';
import type { EngineDoor } from './shell/engine.ts';

export interface FlowServiceParts {
  sql: Sql;
  clock: Clock;
  registry: Registry;
  records: RecordStore;
  access: Pick<Access, 'mayEver'>;
  events: Pick<Events, 'subscribe'>;
  /** The engine of this thread, or the door to another's. */
  engine: EngineDoor;
}

export type FlowService = ReturnType<typeof createFlows>;

export function createFlows(given: FlowServiceParts) {
  listenToRecords(given);
  const parts: FlowParts = {
    ...given,
    definitions: createDefinitions(given.sql),
    changes: createChanges(given.sql),
    workItem: readWorkItems(given.sql),
  };
  /** A command with the parts already in it. */
  const offer =
    <Input, Output>(command: (parts: FlowParts, input: Input) => Promise<Output>) =>
    (input: Input): Promise<Output> =>
      command(parts, input);
  return {
    deploy: offer(deployFlows),
    deployBase: offer(deployBase),
    starters: offer(listStarters),
    names: async ({ actor }: { actor: Actor }) => flowNames(parts, actor),
    planDeployment: offer(planDeployment),
    draft: offer(readDraft),
    drafts: offer(listDrafts),
    saveDraft: offer(saveDraft),
    dropDraft: offer(dropDraft),
    keepEditor: offer(keepEditor),
    leaveEditor: offer(leaveEditor),
    list: offer(listFlows),
    versions: offer(listVersions),
    version: (key: string, version: number | 'latest') => readVersion(parts, key, version),
    elements: offer(listElements),
    tokens: offer(listTokens),
    figures: offer(elementFigures),
    simulate: offer(simulateFlow),
    keepTest: offer(keepFlowTest),
    tests: offer(listFlowTests),
    dropTest: offer(dropFlowTest),
    runTests: offer(runFlowTests),
    start: offer(startInstance),
    startMany: offer(startInstances),
    instances: offer(listInstances),
    startOperation: offer(startOperation),
    operation: offer(showOperation),
    operations: offer(listOperations),
    stopOperation: offer(stopOperation),
    retryJobs: offer(retryJobs),
    rehearse: offer(rehearseMigration),
    instance: offer(readInstance),
    history: offer(readHistory),
    story: offer(readStory),
    operate: offer(operateInstance),
    activate: offer(activateParts),
    workItems: offer(listWorkItems),
    workItem: offer(readWorkItem),
    complete: offer(completeWorkItem),
    claim: offer(claimWorkItem),
    release: offer(releaseWorkItem),
    delegate: offer(delegateWorkItem),
    publish: offer(publishMessage),
    broadcast: offer(broadcastSignal),
    incidents: offer(listIncidents),
    retry: offer(retryIncident),
    resolve: offer(resolveIncident),
    advance: offer(advanceClock),
    /** Calls back when instances or work items changed, in any process; answers how to stop. */
    listen: (heard: (change: FlowChange) => void) => listenToChanges(given.sql, heard),
    seen: offer(seenChanges),
    held: heldWorkItems(parts),
  };
}
