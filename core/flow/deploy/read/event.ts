import type { EventDefinition, FlowNode } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { definitionsOf, extension, expressionIn, one, text, typeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { readMessage } from './message.ts';
import { readNamed } from './named.ts';
import { readRecord } from './record.ts';
import { readTimer } from './timer.ts';

/** What an event catches or throws, and for boundary events on what they stand. */
export const readEvent = (reading: Reading, source: Source, node: FlowNode): void => {
  const read = definitionsOf(source).flatMap(
    (definition) => readDefinition(reading, source, definition) ?? [],
  );
  if (read.length === 1) node.event = read[0]!;
  if (read.length > 1) {
    node.events = read;
    if (source.get('parallelMultiple') === true) node.isParallelMultiple = true;
  }
  if (node.type !== 'boundaryEvent') return;
  const host = one(source, 'attachedToRef');
  if (host?.id === undefined) reading.findings.add('boundary-host-missing', source);
  else node.attachedTo = host.id;
  node.isInterrupting = source.get('cancelActivity') !== false;
};

export const readDefinition = (
  reading: Reading,
  source: Source,
  definition: Source,
): EventDefinition | undefined => {
  switch (typeOf(definition)) {
    case 'timerEventDefinition': {
      const timer = readTimer(reading, source, definition);
      return timer && { kind: 'timer', timer };
    }
    case 'messageEventDefinition': {
      const message = readMessage(reading, source, definition);
      return message && { kind: 'message', ...message };
    }
    case 'signalEventDefinition':
      return readSignal(reading, source, definition);
    case 'conditionalEventDefinition':
      return readCondition(reading, source, definition);
    case 'errorEventDefinition':
      return readError(source, definition);
    case 'escalationEventDefinition': {
      const escalation = one(definition, 'escalationRef');
      const code =
        escalation === undefined ? null : (text(escalation, 'escalationCode') ?? escalation.name ?? null);
      return { kind: 'escalation', code, codeVariable: text(definition, 'codeVariable') };
    }
    case 'compensateEventDefinition':
      return readCompensation(definition);
    case 'cancelEventDefinition':
      return { kind: 'cancel' };
    case 'linkEventDefinition':
      return { kind: 'link', name: definition.name ?? '' };
    case 'terminateEventDefinition':
      return { kind: 'terminate' };
    default:
      return undefined;
  }
};

const readSignal = (
  { findings }: Reading,
  source: Source,
  definition: Source,
): EventDefinition | undefined => {
  const name = one(definition, 'signalRef')?.name;
  if (!name) return findings.add('signal-missing', source);
  const payload = readNamed([definition, source], 'Payload');
  return { kind: 'signal', name, ...(payload.length > 0 ? { payload } : {}) };
};

const readCondition = (reading: Reading, source: Source, definition: Source): EventDefinition | undefined => {
  const condition = expressionIn(definition, 'condition');
  if (condition === undefined) return reading.findings.add('condition-empty', source);
  const wanted = extension(definition, 'Record') ?? extension(source, 'Record');
  const record = wanted && readRecord(reading, source, wanted);
  return { kind: 'conditional', condition, ...(record ? { record } : {}) };
};

const readCompensation = (definition: Source): EventDefinition => {
  const activity = one(definition, 'activityRef')?.id;
  return {
    kind: 'compensation',
    ...(activity === undefined ? {} : { activity }),
    ...(definition.get('waitForCompletion') === false ? { isAwaited: false } : {}),
  };
};

/** An error's code is what counts; a file that names it only by its name means that. */
const readError = (source: Source, definition: Source): EventDefinition => {
  const error = one(definition, 'errorRef');
  const code = error === undefined ? null : (text(error, 'errorCode') ?? error.name ?? error.id ?? null);
  return {
    kind: 'error',
    code,
    message: error?.name ?? source.name,
    codeVariable: text(definition, 'codeVariable'),
    messageVariable: text(definition, 'messageVariable'),
  };
};
