import type { DecisionBinding } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { extension, many, text } from '../source.ts';
import type { Source } from '../source.ts';

/** Which decision is asked, in which version, what it is told and where its result goes. */
export const readDecision = (reading: Reading, source: Source): DecisionBinding | undefined => {
  const decision = extension(source, 'Decision');
  const ref = decision && text(decision, 'ref');
  if (decision === undefined || ref === undefined) return reading.findings.add('decision-missing', source);
  const result = text(decision, 'result');
  return {
    ref,
    version: readVersion(reading, source, text(decision, 'version') ?? 'latest'),
    inputs: many(decision, 'inputs').flatMap((input) => {
      const name = text(input, 'name');
      return name === undefined ? [] : [{ name, value: text(input, 'value') ?? name }];
    }),
    ...(result === undefined ? {} : { result }),
  };
};

const readVersion = ({ findings }: Reading, source: Source, version: string): DecisionBinding['version'] => {
  if (version === 'latest' || version === 'deployment') return version;
  if (/^[1-9]\d{0,8}$/.test(version)) return Number(version);
  findings.add('attribute-invalid', source, {
    attribute: 'relata:decision version',
    value: version,
    wanted: 'latest, deployment, 3',
  });
  return 'latest';
};
