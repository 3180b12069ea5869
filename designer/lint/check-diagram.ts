import { deploy, saidOf, sentence } from '../../core/flow/deploy/index.ts';
import type { Catalogue } from '../../core/flow/deploy/index.ts';
import type { DeployCode } from '../../core/flow/deploy/codes.ts';
import type { MetaTask } from '../../web/data/meta.ts';
import { readDiagram } from '../moddle/read-diagram.ts';
import type { Finding, KnownFields } from './finding.ts';
import { lint } from './lint.ts';

/** What a diagram is checked against. */
export interface CheckWith {
  tasks: readonly MetaTask[];
  /** What a deployment may refer to, as far as this person sees it; the rest is left to the server. */
  known: {
    flows?: string[];
    entities?: string[];
    roles?: string[];
    screens?: string[];
    calendars?: string[];
    people?: string[];
    fields?: KnownFields;
  };
  locale: 'en' | 'zh-CN';
}

/** A sentence of the validator that deployment asks. */
export interface Judged {
  element: string | null;
  severity: 'error' | 'warning';
  sentence: string;
  /** It refers to something that is not there: no rule of drawing tells of that. */
  isGone: boolean;
}

const gone = new Set<DeployCode>([
  ...(['subject-unknown', 'record-entity-unknown', 'screen-unknown', 'call-unknown'] as const),
  ...(['role-unknown', 'decision-unknown', 'calendar-unknown'] as const),
  ...(['named-entity-unknown', 'named-role-unknown', 'named-person-unknown'] as const),
]);

export interface ToldFinding extends Omit<Finding, 'places'> {
  /** Params that are elements without a name: the words for where they stand. */
  said: Record<string, string>;
}

export interface Checked {
  findings: ToldFinding[];
  judged: Judged[];
}

/** All that can be seen to be wrong with a diagram: by the rules of drawing, and by deployment's own validator. */
export const checkDiagram = async (xml: string, checkWith: CheckWith): Promise<Checked> => {
  const { tasks, locale, known } = checkWith;
  const { definitions } = await readDiagram(xml);
  const findings = lint(definitions, new Map(tasks.map((task) => [task.id, task])), known.fields).map(
    ({ places, ...finding }) => ({
      ...finding,
      said: Object.fromEntries(
        Object.entries(places).map(([param, place]) => [param, saidOf(place, locale)]),
      ),
    }),
  );
  const { errors, warnings } = await deploy(xml, catalogueOf(checkWith));
  const judged = [...errors, ...warnings].map((problem) => ({
    element: problem.element,
    severity: problem.severity,
    sentence: sentence(problem, locale),
    isGone: gone.has(problem.code),
  }));
  return { findings, judged };
};

const catalogueOf = ({ tasks, known }: CheckWith): Catalogue => {
  const { flows, entities, roles, screens, calendars, people } = known;
  return {
    taskTypes: new Map(tasks.map((task) => [task.id, task.input])),
    ...(flows ? { flows: new Set(flows) } : {}),
    ...(entities ? { entities: new Set(entities) } : {}),
    ...(roles ? { roles: new Set(roles) } : {}),
    ...(screens ? { screens: new Set(screens) } : {}),
    ...(calendars ? { calendars: new Set(calendars) } : {}),
    ...(people ? { people: new Set(people) } : {}),
  };
};
