/** A database with an engine at work, composed as at boot: deploy, start, complete, move the clock. */
import { systemActor, type Actor } from '../../core/access/index.ts';
import { testClock } from '../../core/clock.ts';
import { createFlows, type FlowService } from '../../core/flow/service.ts';
import { createEngine, type Engine } from '../../core/flow/shell/engine.ts';
import type { HistoryItem } from '../../core/flow/commands/read-history.ts';
import type { InstanceView } from '../../core/flow/commands/read-instance.ts';
import type { WorkItemView } from '../../core/flow/commands/list-work-items.ts';
import type { Subject, Variables } from '../../core/flow/step/types.ts';
import { createIdentity } from '../../core/identity/index.ts';
import type { TaskType } from '../../core/task.ts';
import { flowEntities, flowRoles } from './flow-entities.ts';
import { noPlugin } from './no-plugin.ts';
import { recordWorld, type RecordWorld } from './record-world.ts';

export interface FlowWorld extends RecordWorld {
  flows: FlowService;
  engine: Engine;
  /** A second engine on the same database, as another process has it; whoever asks for it stops it. */
  anotherNode(): Promise<{ engine: Engine; flows: FlowService }>;
  admin: Actor;
  /** Errors the engine logged. */
  errors: unknown[];
  deploy(xml: string): Promise<{ key: string; version: number }[]>;
  start(
    flow: string,
    variables?: Variables,
    more?: { subject?: Subject; businessKey?: string },
  ): Promise<string>;
  instance(id: string): Promise<InstanceView>;
  items(instance: string): Promise<WorkItemView[]>;
  history(id: string): Promise<HistoryItem[]>;
  /** Waits until the instance is in a state. */
  reach(id: string, state: string): Promise<InstanceView>;
  advance(milliseconds: number): Promise<void>;
}

/** `texts` by language; a text that is missing is its key. With `isIdle` the engine does not run until `engine.start()`. */
export async function flowWorld(
  tasks: readonly TaskType[] = [],
  {
    isIdle = false,
    texts = {},
    patience,
    room,
  }: {
    isIdle?: boolean;
    texts?: Record<string, Record<string, string>>;
    patience?: number;
    room?: number;
  } = {},
): Promise<FlowWorld> {
  const world = await recordWorld(flowEntities, flowRoles);
  const { sql, records, events, access } = world;
  const clock = testClock(sql);
  const registry = {
    ...world.catalogue,
    version: 1,
    plugins: [],
    browserFiles: [],
    screens: [],
    roles: flowRoles,
    baseRoles: flowRoles,
    replaceRoles: () => {},
    tasks: new Map(tasks.map((task) => [task.id, task])),
    entities: world.catalogue.entities,
    entity: (id: string) => world.catalogue.entities().find((entity) => entity.id === id)!,
    hasEntity: (id: string) => world.catalogue.entities().some((entity) => entity.id === id),
    lastKnownField: (entity: string, field: string) =>
      world.catalogue.entities().find(({ id }) => id === entity)?.fields[field],
    removedFields: () => [],
    replaceAdminEntities: () => {},
    replaceAdminScreens: () => {},
    keys: () => [],
    find: (locale: string, key: string) => texts[locale]?.[key],
    text: (locale: string, key: string, params: Record<string, unknown> = {}) =>
      (texts[locale]?.[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name])),
  };
  const identity = createIdentity({ sql, roles: () => flowRoles });
  const errors: unknown[] = [];
  const log = { error: (data: object) => void errors.push(data), info: () => {} };
  const makeEngine = (): Promise<Engine> =>
    createEngine({
      parts: {
        sql,
        clock,
        registry,
        records,
        identity,
        events,
        log,
        plugin: noPlugin,
        ...(patience !== undefined && { patience }),
        ...(room !== undefined && { room }),
      },
      databaseUrl: world.url,
      pollMilliseconds: 100,
    });
  const engine = await makeEngine();
  if (!isIdle) await engine.start();
  const flows = createFlows({ sql, clock, registry, records, access, events, engine });
  const admin = systemActor;
  return {
    ...world,
    flows,
    engine,
    anotherNode: async () => {
      const second = await makeEngine();
      await second.start();
      return {
        engine: second,
        flows: createFlows({ sql, clock, registry, records, access, events, engine: second }),
      };
    },
    admin,
    errors,
    deploy: async (xml) => (await flows.deploy({ actor: admin, xml })).flows,
    start: async (flow, variables = {}, more = {}) =>
      (await flows.start({ actor: admin, flow, item: { variables, ...more } })).id,
    instance: (id) => flows.instance({ actor: admin, id }),
    items: async (instance) =>
      (await flows.workItems({ actor: admin, instance, state: 'open', limit: 100 })).items,
    history: (id) => flows.history({ actor: admin, id, limit: 1_000, hasFlows: false }),
    reach: async (id, state) => {
      for (let attempt = 0; ; attempt++) {
        const found = await flows.instance({ actor: admin, id });
        if (found.state === state) return found;
        if (attempt > 400)
          throw new Error(`Instance ${id} is ${found.state}, not ${state}: ${JSON.stringify(found)}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    advance: async (milliseconds) => void (await flows.advance(milliseconds)),
    close: async () => {
      await engine.stop();
      await world.close();
    },
  };
}

/** A file with one process. `extra` stands beside it: messages, errors. */
export const process = (
  id: string,
  inner: string,
  { extra = '', attributes = '' } = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="d_${id}" targetNamespace="test">${extra}
<bpmn:process id="${id}" isExecutable="true" relata:history="full" ${attributes}>${inner}</bpmn:process></bpmn:definitions>`;

/** Sequence flows `f_<from>_<to>` along the ids. */
export const sequence = (...ids: string[]): string =>
  ids
    .slice(1)
    .map(
      (to, index) =>
        `<bpmn:sequenceFlow id="f_${ids[index]}_${to}" sourceRef="${ids[index]}" targetRef="${to}"/>`,
    )
    .join('');

export const condition = (text: string): string =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${text}</bpmn:conditionExpression>`;

export const script = (id: string, source: string, result: string): string =>
  `<bpmn:scriptTask id="${id}" scriptFormat="jsonata" relata:resultVariable="${result}"><bpmn:script>${source}</bpmn:script></bpmn:scriptTask>`;

/** `inputs` are attributes of `relata:input`, such as `name="n" value="1"`. */
export const service = (
  id: string,
  task: string,
  { inputs = [] as string[], outputs = [] as string[], retry = '' } = {},
): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><relata:task type="${task}">${inputs.map((input) => `<relata:input ${input}/>`).join('')}${outputs.map((output) => `<relata:output ${output}/>`).join('')}</relata:task>${retry}</bpmn:extensionElements></bpmn:serviceTask>`;
