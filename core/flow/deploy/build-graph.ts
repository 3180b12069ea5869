import type { Graph, HistoryLevel } from '../graph/index.ts';
import { parseDuration } from '../step/timer/parse-duration.ts';
import type { File } from './parse-xml.ts';
import type { Findings } from './problem.ts';
import type { Reading } from './reading.ts';
import { readLanes } from './read/lanes.ts';
import { linkFlows } from './read/link-flows.ts';
import { readNodes } from './read/nodes.ts';
import { linkHandlers } from './read/link-handlers.ts';
import { linkPartners } from './read/link-partners.ts';
import { readStarts } from './read/starts.ts';
import { flag, text } from './source.ts';
import type { Source } from './source.ts';

/** Makes the graph of a process, as far as it can be read; what cannot is among the findings. */
export const buildGraph = (process: Source, at: { file: File; findings: Findings }): Reading => {
  const graph = emptyGraph(process, at.findings);
  graph.name = process.name ?? at.file.poolNames.get(process) ?? graph.key;
  const reading: Reading = { ...at, graph, sources: new Map() };
  readNodes(reading, process);
  linkFlows(reading);
  linkPartners(reading);
  linkHandlers(reading, process);
  readLanes(reading, process);
  readStarts(reading);
  return reading;
};

/** What a flow says about itself, before anything in it is read. */
export const emptyGraph = (source: Source, findings: Findings): Graph => {
  const key = source.id!;
  return {
    format: 1,
    key,
    name: source.name ?? key,
    subject: text(source, 'subject') ?? null,
    history: historyOf(source, findings),
    retention: retentionOf(source, findings),
    isStrict: flag(source, 'strict') ?? true,
    nodes: {},
    flows: {},
    scopes: {},
    starts: [],
  };
};

const historyOf = (process: Source, findings: Findings): HistoryLevel => {
  const value = text(process, 'history') ?? 'activity';
  if (value === 'none' || value === 'activity' || value === 'full') return value;
  findings.add('attribute-invalid', process, {
    attribute: 'relata:history',
    value,
    wanted: 'none, activity, full',
  });
  return 'activity';
};

const retentionOf = (process: Source, findings: Findings): string | null => {
  const value = text(process, 'retention');
  if (value === undefined) return null;
  if (parseDuration(value) === null)
    findings.add('attribute-invalid', process, { attribute: 'relata:retention', value, wanted: 'P90D' });
  return value;
};
