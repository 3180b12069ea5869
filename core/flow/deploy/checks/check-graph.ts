import type { Check } from './check.ts';
import type { Reading } from '../reading.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkAdHoc } from './ad-hoc.ts';
import { checkBoundaries } from './boundaries.ts';
import { checkCalls } from './calls.ts';
import { checkCompensation } from './compensation.ts';
import { checkConditions } from './conditions.ts';
import { checkDecisions } from './decisions.ts';
import { checkEnds } from './ends.ts';
import { checkEntities } from './entities.ts';
import { checkEventGateways } from './event-gateways.ts';
import { checkEventSubProcesses } from './event-sub-processes.ts';
import { checkExpressions } from './expressions.ts';
import { checkExtensions } from './extensions.ts';
import { checkFlowLists } from './flow-lists.ts';
import { checkFlows } from './flows.ts';
import { checkForms } from './forms.ts';
import { checkGateways } from './gateways.ts';
import { checkInstantiating } from './instantiating.ts';
import { checkIntermediateEvents } from './intermediate-events.ts';
import { checkLinks } from './links.ts';
import { checkMultiInstances } from './multi-instances.ts';
import { checkNamed } from './named.ts';
import { checkReachable } from './reachable.ts';
import { checkRoles } from './roles.ts';
import { checkStarts } from './starts.ts';
import { checkTasks } from './tasks.ts';
import { checkTimers } from './timers.ts';

const checks: readonly Check[] = [
  checkFlows,
  checkFlowLists,
  checkCalls,
  checkGateways,
  checkEventGateways,
  checkStarts,
  checkInstantiating,
  checkEnds,
  checkBoundaries,
  checkIntermediateEvents,
  checkLinks,
  checkEventSubProcesses,
  checkCompensation,
  checkAdHoc,
  checkMultiInstances,
  checkConditions,
  checkTimers,
  checkExpressions,
  checkExtensions,
  checkTasks,
  checkDecisions,
  checkForms,
  checkRoles,
  checkEntities,
  checkNamed,
  checkReachable,
];

/** Runs every check: a file is told all that is wrong with it at once. */
export const checkGraph = (reading: Reading, catalogue: Catalogue): void => {
  for (const check of checks) check(reading, catalogue);
};
