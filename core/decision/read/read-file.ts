import { DmnModdle } from 'dmn-moddle';
import type { Decision, DecisionModel } from '../model.ts';
import { Findings } from '../problem.ts';
import { readDecision } from './read-decision.ts';
import { orderRequirements } from './order-requirements.ts';
import { readTypes } from './read-types.ts';
import { isOf, many, type Source } from './source.ts';

const mostCharacters = 1_000_000;

export interface DecisionFile {
  /** Null when there are errors: a file deploys whole or not at all. */
  model: DecisionModel | null;
  findings: Findings;
}

/** Reads and checks a DMN file, and reports all that is wrong with it at once. */
export async function readFile(xml: string): Promise<DecisionFile> {
  const findings = new Findings();
  const definitions = await parse(xml, findings);
  const decisions = definitions === null ? [] : readDecisions(definitions, findings);
  if (findings.of('error').length > 0) return { model: null, findings };
  return {
    findings,
    model: { format: 1, decisions: Object.fromEntries(decisions.map((each) => [each.id, each])) },
  };
}

async function parse(xml: string, findings: Findings): Promise<Source | null> {
  if (xml.length > mostCharacters)
    return findings.add('file-too-large', { element: null }, { limit: mostCharacters }) ?? null;
  // An entity can grow a small file without bound.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return findings.add('file-doctype', { element: null }) ?? null;
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
    for (const { message } of warnings) reportWarning(message, findings);
    const definitions = rootElement as Source; // what the reader makes
    if (isOf(definitions, 'Definitions')) return definitions;
    return findings.add('file-not-dmn', { element: null }, { detail: definitions.$type }) ?? null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const detail = message.replace(/^[^]*nested error: /, '').split('\n')[0]!;
    const isOther = /^(failed to parse document|unexpected element|unknown type)/.test(detail);
    return findings.add(isOther ? 'file-not-dmn' : 'file-malformed', { element: null }, { detail }) ?? null;
  }
}

/** References are looked at where they matter; an element that was dropped would be missed in silence. */
function reportWarning(message: string, findings: Findings): void {
  if (message.includes('unresolved reference')) return;
  const detail = message.split('\n')[0]!.slice(0, 200);
  const [, id] = /duplicate ID <([^>]*)>/.exec(message) ?? [];
  if (id !== undefined) findings.add('id-duplicate', { element: id }, { id });
  else
    findings.add(
      message.includes('unparsable') ? 'content-unknown' : 'content-ignored',
      { element: null },
      { detail },
    );
}

function readDecisions(definitions: Source, findings: Findings): Decision[] {
  for (const each of many(definitions, 'import'))
    findings.add('file-imports', { element: each.id ?? null }, { name: each.name ?? '' });
  const sources = many(definitions, 'drgElement');
  const decisions = sources.filter((each) => isOf(each, 'Decision'));
  if (decisions.length === 0) findings.add('file-empty', { element: null });
  const reading = { findings, elements: sources, types: readTypes(definitions) };
  const read = decisions.flatMap((source) => readDecision(reading, source) ?? []);
  return orderRequirements(read, findings);
}
