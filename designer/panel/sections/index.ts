import type { Section } from '../panel-context.ts';
import { adHoc } from './ad-hoc.ts';
import { boundary } from './boundary.ts';
import { call } from './call.ts';
import { compensation } from './compensation.ts';
import { complexGateway } from './complex-gateway.ts';
import { conditionEvent } from './condition-event.ts';
import { decision } from './decision.ts';
import { error } from './error.ts';
import { escalation } from './escalation.ts';
import { eventKind } from './event-kind.ts';
import { form } from './form.ts';
import { gateway } from './gateway.ts';
import { general, note } from './general.ts';
import { inTrials } from './in-trials.ts';
import { instantiate } from './instantiate.ts';
import { link } from './link.ts';
import { mapping } from './mapping.ts';
import { message } from './message.ts';
import { more } from './more.ts';
import { person } from './person.ts';
import { plain } from './plain.ts';
import { process } from './process.ts';
import { repetition } from './repetition.ts';
import { retry } from './retry.ts';
import { script } from './script.ts';
import { severalEvents } from './several-events.ts';
import { signal } from './signal.ts';
import { start } from './start.ts';
import { task } from './task.ts';
import { timer } from './timer.ts';
import { way } from './way.ts';

/** In the order shown. */
export const sections: readonly Section[] = [
  general,
  plain,
  process,
  start,
  person,
  form,
  decision,
  task,
  script,
  call,
  way,
  instantiate,
  complexGateway,
  gateway,
  eventKind,
  severalEvents,
  boundary,
  timer,
  message,
  signal,
  conditionEvent,
  error,
  escalation,
  compensation,
  link,
  adHoc,
  retry,
  repetition,
  mapping,
  inTrials,
  more,
  note,
];
