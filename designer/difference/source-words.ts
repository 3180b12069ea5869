import { conditionWords } from '../../web/condition/condition-words.ts';
import { today } from '../../web/condition/condition.ts';
import { readTextLiteral } from '../../web/condition/literal.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { valueAt, type ExpressionScope } from '../../web/expression/scope.ts';
import { readMixed } from '../expression/mixed-text.ts';
import { extensionOf } from '../moddle/extension.ts';
import { childrenOf, textOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { processOf } from '../moddle/process-of.ts';
import { namesAt, recordName } from '../panel/scope-names.ts';
import { readTimer } from '../timer/read-timer.ts';
import { timerWords } from '../timer/timer-words.ts';
import type { TimerSource } from '../timer/timer.ts';

/** What an element can name, with the records its change is about. */
export function scopeOf(meta: Meta, element: ModdleElement): ExpressionScope {
  const process = processOf(element);
  const changed = changedEntity(element) || textOf(process, 'relata:subject');
  return {
    meta,
    names: [
      ...(process ? namesAt(meta, element, process) : []),
      ...['$record', '$before'].flatMap((root) => recordName(meta, { entity: changed, root })),
    ],
    isOpen: true,
  };
}

const changedEntity = (element: ModdleElement): string =>
  [element, ...childrenOf(element, 'eventDefinitions')]
    .map((each) => textOf(extensionOf(each, 'relata:Record'), 'entity'))
    .find(Boolean) ?? '';

/** A JSONata source as the properties panel shows it; undefined where only the source itself says it. */
export function sourceWords(source: string, scope: ExpressionScope): string | undefined {
  const text = source.trim();
  const literal = readTextLiteral(text);
  if (literal !== null) return `“${literal}”`;
  if (text === 'true' || text === 'false') return t(`designer.value.${text}`);
  if (text === today) return t('expression.against.today');
  return (
    pathWords(text, scope) ??
    aroundWords(text, scope) ??
    readMixed(text, scope) ??
    conditionWords(text, scope)
  );
}

/** A record is given by its id, which people do not say. */
const pathWords = (path: string, scope: ExpressionScope): string | undefined =>
  valueAt(scope, path.replace(/(?<=\..+)\.id$/, ''))?.trail.join(' › ');

const aroundWords = (source: string, scope: ExpressionScope): string | undefined =>
  whenWords({ property: 'timeDate', source }, scope);

/** "30 days before Loan › Ends"; undefined for what the panel shows as an expression. */
export function whenWords(source: TimerSource, scope: ExpressionScope): string | undefined {
  const timer = readTimer(source);
  if (timer.kind === 'expression') return undefined;
  return timerWords(timer, t, { dateName: (path) => pathWords(path, scope) ?? path });
}
