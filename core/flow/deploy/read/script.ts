import type { ScriptDefinition } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { text } from '../source.ts';
import type { Source } from '../source.ts';

export const readScript = ({ findings }: Reading, source: Source): ScriptDefinition | undefined => {
  const format = text(source, 'scriptFormat') ?? text(source, 'scriptLanguage') ?? 'jsonata';
  if (!/(^|[/+-])jsonata$/i.test(format)) findings.add('script-format', source, { format });
  const script = text(source, 'script');
  if (script === undefined) return findings.add('script-empty', source);
  const resultVariable = text(source, 'resultVariable');
  return { source: script, ...(resultVariable ? { resultVariable } : {}) };
};
