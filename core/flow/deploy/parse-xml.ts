import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleWarning } from 'bpmn-moddle';
import relata from '../moddle/relata.json' with { type: 'json' };
import type { Findings } from './problem.ts';
import { poolNames, readMessageFlows } from './read/message-flows.ts';
import type { Conversation } from './read/message-flows.ts';
import { isSource, many, typeOf } from './source.ts';
import type { Source } from './source.ts';
import type { Create } from './translate/place.ts';
import { translateFile } from './translate/translate-file.ts';
import type { Translations } from './translate/translate-file.ts';
import { translateWarning } from './translate-warning.ts';

export interface File {
  definitions: Source;
  byId: ReadonlyMap<string, Source>;
  /** The processes to deploy. */
  processes: Source[];
  /** What message flows say, by the elements at their ends. */
  conversations: ReadonlyMap<string, Conversation>;
  poolNames: ReadonlyMap<Source, string>;
  translated: Translations;
}

/** Reads the file; null, with the reason found, when it is no BPMN. */
export const parseXml = async (xml: string, findings: Findings): Promise<File | null> => {
  const read = await readXml(xml, findings);
  if (read === null) return null;
  const byId = new Map<string, Source>();
  for (const [id, element] of Object.entries(read.elementsById)) if (isSource(element)) byId.set(id, element);
  for (const warning of read.warnings) if (!hasPrefix(warning, byId)) translateWarning(warning, findings);
  const definitions = read.rootElement;
  if (!isSource(definitions)) return null;
  const translated = translateFile({ xml, definitions, create: read.create });
  const processes = executable(definitions, findings);
  const conversations = readMessageFlows({ definitions, processes }, findings);
  return { definitions, byId, processes, conversations, poolNames: poolNames(definitions), translated };
};

const readXml = async (xml: string, findings: Findings) => {
  try {
    const model = new BpmnModdle({ relata });
    // The reader's own elements are what it makes.
    const create: Create = (type, attributes) => model.create(type, attributes) as Source;
    return { ...(await model.fromXML(xml)), create };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const detail = message.replace(/^[^]*nested error: /, '').split('\n')[0]!;
    const line = Number(/line: (\d+)/.exec(message)?.[1] ?? 0) + 1;
    const isOther = /^(failed to parse document|unexpected element|unknown type)/.test(detail);
    findings.add(isOther ? 'xml-not-bpmn' : 'xml-malformed', null, { detail, line });
    return null;
  }
};

/** Other tools write references as `tns:order`; where the name behind the prefix exists, that is meant. */
const hasPrefix = (warning: ModdleWarning, byId: ReadonlyMap<string, Source>): boolean => {
  const { element, property, value } = warning;
  const target = value?.includes(':') ? byId.get(value.slice(value.indexOf(':') + 1)) : undefined;
  if (target === undefined || element === undefined || property === undefined) return false;
  // The reader names properties by `prefix:name`; a list of references has dropped this one.
  const holder = element as Source & { set(name: string, value: unknown): void };
  const present = holder.get(property);
  if (Array.isArray(present)) present.push(target);
  else holder.set(property, target);
  return true;
};

const executable = (definitions: Source, findings: Findings): Source[] => {
  const processes = many(definitions, 'rootElements').filter((root) => typeOf(root) === 'process');
  const deployed = processes.filter((process) => process.get('isExecutable') === true);
  for (const process of processes)
    if (!deployed.includes(process)) findings.add('process-not-executable', process);
  if (deployed.length === 0) findings.add('process-none-executable', null);
  for (const process of deployed) if (!process.id) findings.add('id-missing', null, { what: 'process' });
  return deployed.filter((process) => process.id);
};
