import type { FlowNode } from '../../graph/index.ts';
import { parseDuration } from '../../step/timer/parse-duration.ts';
import type { Reading } from '../reading.ts';
import { extension, text, type Source } from '../source.ts';

/** What stands in for the element where a flow is tried, and how long it takes there. */
export const readTrial = ({ findings }: Reading, source: Source, node: FlowNode): void => {
  const example = extension(source, 'Example');
  const output = example && text(example, 'output');
  if (output !== undefined) node.example = output;
  const estimate = extension(source, 'Estimate');
  const duration = estimate && text(estimate, 'duration');
  if (duration === undefined) return;
  if (parseDuration(duration) === null)
    return findings.add('attribute-invalid', source, {
      attribute: 'relata:estimate',
      value: duration,
      wanted: 'PT2H',
    });
  node.estimate = duration;
};
