import type { TaskBinding } from '../../graph/index.ts';
import { parseDuration } from '../../step/timer/parse-duration.ts';
import type { Reading } from '../reading.ts';
import { extension, many, text } from '../source.ts';
import type { Source } from '../source.ts';

const usualTimes = 3;
const usualBackoff = 'PT10S';
const dayMs = 86_400_000;

/** Which task type is called, with what, and how often again. */
export const readTask = (reading: Reading, source: Source): TaskBinding | undefined => {
  const task = extension(source, 'Task');
  const type = task && text(task, 'type');
  if (task === undefined || type === undefined) return reading.findings.add('task-type-missing', source);
  return {
    type,
    inputs: many(task, 'inputs').flatMap((input) => {
      const name = text(input, 'name');
      return name === undefined ? [] : [{ name, value: text(input, 'value') ?? name }];
    }),
    outputs: many(task, 'outputs').flatMap((output) => {
      const name = text(output, 'variable');
      return name === undefined ? [] : [{ name, value: text(output, 'value') ?? '' }];
    }),
    retries: readRetries(reading, source),
  };
};

const readRetries = ({ findings }: Reading, source: Source): TaskBinding['retries'] => {
  const retry = extension(source, 'Retry');
  const times = (retry && text(retry, 'times')) ?? String(usualTimes);
  const backoff = (retry && text(retry, 'backoff')) ?? usualBackoff;
  const duration = parseDuration(backoff);
  if (!/^\d{1,4}$/.test(times))
    findings.add('attribute-invalid', source, { attribute: 'relata:retry times', value: times, wanted: '3' });
  if (duration === null || duration.months > 0)
    findings.add('attribute-invalid', source, {
      attribute: 'relata:retry backoff',
      value: backoff,
      wanted: 'PT10S',
    });
  return { times: Number(times), backoffMs: duration === null ? 0 : duration.days * dayMs + duration.ms };
};
