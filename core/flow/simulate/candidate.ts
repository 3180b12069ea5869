/** What is tried: a deployed version, or a file that is not deployed and lives only in the trial's transaction. */
import { createHash, randomInt } from 'node:crypto';
import type { Tx } from '../../db/connect.ts';
import { createKeptModels } from '../../decision/index.ts';
import { createDefinitions, type Definition } from '../shell/definitions.ts';
import type { EngineParts, ShellParts } from '../shell/options.ts';
import type { DraftFlow } from './types.ts';

export interface Candidate {
  definition: Definition;
  /** The shell's parts, which know the drafts too. */
  parts: ShellParts;
  /** Brings what is not deployed into the trial's transaction. */
  prepare(tx: Tx): Promise<void>;
}

/** The same graph, told with the data of each step. */
const withData = (definition: Definition): Definition => ({
  ...definition,
  graph: { ...definition.graph, history: 'data' },
});

export async function deployedCandidate(
  parts: EngineParts,
  { flow, version }: { flow: string; version?: number },
): Promise<Candidate> {
  const shell = shellOf(parts);
  const definition =
    version === undefined ? await shell.definitions.latest(flow) : await shell.definitions.get(flow, version);
  return { definition: withData(definition), parts: shell, prepare: () => Promise.resolve() };
}

const shellOf = (parts: EngineParts): ShellParts => ({
  ...parts,
  definitions: createDefinitions(parts.sql),
  decisions: createKeptModels(parts.sql),
});

/** So high that no deployment comes there, and each trial at a number of its own: they do not wait for each other. */
const draftVersion = (): number => 2_000_000_000 + randomInt(100_000_000);

export function draftCandidate(
  parts: EngineParts,
  { flow, draft }: { flow: string; draft: readonly DraftFlow[] },
): Candidate {
  const version = draftVersion();
  const shell = shellOf(parts);
  const drafts = new Map(
    draft.map(({ key, name, graph }) => [key, { key, version, name, graph } satisfies Definition]),
  );
  const known = (key: string, wanted: number): Definition | undefined =>
    wanted === version ? drafts.get(key) : undefined;
  return {
    definition: withData(drafts.get(flow)!),
    parts: {
      ...shell,
      definitions: {
        ...shell.definitions,
        get: async (key, wanted, db) => known(key, wanted) ?? shell.definitions.get(key, wanted, db),
        peek: (key, wanted) => known(key, wanted) ?? shell.definitions.peek(key, wanted),
      },
    },
    prepare: async (tx) => {
      for (const { key, name, xml } of draft)
        await tx`
          insert into flow.definition (key, version, name, graph, xml, checksum, deployed_at, deployed_by)
          values (${key}, ${version}, ${name}, '{}'::json, '', ${createHash('sha256').update(xml).digest('hex')}, now(),
            '{"id": "trial", "title": ""}'::jsonb)`;
    },
  };
}
