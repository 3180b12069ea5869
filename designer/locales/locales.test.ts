import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import chinese from './zh-CN.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import { bindings } from '../moddle/call.ts';
import { eventKinds } from '../moddle/event-definition.ts';
import { repetitions } from '../moddle/repetition.ts';
import { behaviors } from '../moddle/thrown-signals.ts';
import { standardSteps } from '../steps/standard-steps.ts';
import { units, weekdays } from '../timer/timer.ts';

const folder = join(import.meta.dirname, '..');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(folder, path), 'utf8'));

const base = (key: string): string => key.replace(/_(one|other)$/, '');
const keys = (texts: Record<string, string>): Set<string> => new Set(Object.keys(texts).map(base));
const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((hole) => hole[1] ?? '').sort();

/** Keys in the sources, those made of parts included. */
const used = [
  ...sources.flatMap((source) =>
    [...source.matchAll(/'(designer\.[\w.-]*\w)'/g)].map((found) => found[1] ?? ''),
  ),
  ...standardSteps.flatMap(({ id, group }) => [
    `designer.step.${id}`,
    `designer.step.${id}.help`,
    `designer.step.${id}.words`,
    `designer.group.${group}`,
  ]),
  ...units.flatMap((unit) => [`designer.unit.${unit}`, `designer.span.${unit}`, `designer.due.${unit}`]),
  ...repetitions.map((repetition) => `designer.repeat.${repetition}`),
  ...behaviors.map((behavior) => `designer.repeat.tell.${behavior}`),
  ...bindings.flatMap((binding) => [`designer.call.${binding}`, `designer.call.${binding}.help`]),
  ...Object.keys(eventKinds).map((kind) => `designer.event.${kind}`),
  ...weekdays.map((day) => `designer.weekday.${day}`),
];

describe('texts of the designer', () => {
  it('are the same in both languages, with the same holes', () => {
    expect([...keys(chinese)].sort()).toEqual([...keys(english)].sort());
    const of = (texts: Record<string, string>, key: string): string =>
      texts[key] ?? texts[`${key}_other`] ?? '';
    const different = [...keys(english)].filter(
      (key) => holes(of(english, key)).join() !== holes(of(chinese, key)).join(),
    );
    expect(different).toEqual([]);
  });

  it('exist for every key in use', () => {
    const known = keys(english);

    expect([...new Set(used)].filter((key) => !known.has(key))).toEqual([]);
  });
});
