import type { Section } from '../panel-context.ts';
import { boundary } from './boundary.ts';
import { conditionEvent } from './condition-event.ts';
import { error } from './error.ts';
import { form } from './form.ts';
import { gateway } from './gateway.ts';
import { general, note } from './general.ts';
import { message } from './message.ts';
import { person } from './person.ts';
import { plain } from './plain.ts';
import { process } from './process.ts';
import { retry } from './retry.ts';
import { script } from './script.ts';
import { start } from './start.ts';
import { task } from './task.ts';
import { timer } from './timer.ts';
import { way } from './way.ts';

/** In the order shown. */
export const sections: readonly Section[] = [
  general,
  process,
  start,
  person,
  form,
  task,
  script,
  way,
  gateway,
  boundary,
  timer,
  message,
  conditionEvent,
  error,
  retry,
  plain,
  note,
];
