import type { RecordTrigger } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { text } from '../source.ts';
import type { Source } from '../source.ts';

/** `<relata:record entity="opportunity" on="created updated"/>`; both changes where `on` is absent. */
export const readRecord = (
  { findings }: Reading,
  source: Source,
  wanted: Source,
): RecordTrigger | undefined => {
  const entity = text(wanted, 'entity');
  if (entity === undefined) return findings.add('record-missing', source);
  const on: RecordTrigger['on'] = [];
  for (const change of (text(wanted, 'on') ?? 'created updated').split(/[\s,]+/)) {
    if (change === 'created' || change === 'updated') on.push(change);
    else
      findings.add('attribute-invalid', source, {
        attribute: 'relata:record on',
        value: change,
        wanted: 'created, updated',
      });
  }
  return { entity, on };
};
