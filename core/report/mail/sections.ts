/** What a mail about a report or a dashboard holds: every figure asked as its reader may see it. */
import type { Access, Actor } from '../../access/index.ts';
import { Problem } from '../../errors.ts';
import type { Sql } from '../../db/connect.ts';
import type { Registry } from '../../registry.ts';
import type { ScreenNode } from '../../screen/definition.ts';
import { entityLabel, readScreen, type Screens } from '../../screen/index.ts';
import type { ReportDefinition } from '../definition.ts';
import { readableReport, type ReadableReport } from '../export/readable.ts';
import { runReport, type ReportParts } from '../run/run-report.ts';
import { readReport } from '../store/list-reports.ts';

export interface SectionParts extends ReportParts {
  sql: Sql;
  registry: Registry;
  access: Access;
  screens: Screens;
}

export interface Wanted {
  kind: 'report' | 'dashboard';
  target: string;
}

export interface Section {
  name: string;
  description: string;
  /** None for the words between the figures. */
  report?: ReadableReport;
}

export interface Readable {
  name: string;
  /** Where it is found, below the address of the server. */
  path: string;
  sections: Section[];
}

/** Undefined where it is gone, or not for this reader. */
export async function readable(
  parts: SectionParts,
  actor: Actor,
  { kind, target }: Wanted,
): Promise<Readable | undefined> {
  const at = encodeURIComponent(target);
  if (kind === 'report') {
    const report = await reportFor(parts, actor, target);
    if (!report) return undefined;
    const { name, description, definition } = report;
    const section = await sectionOf(parts, actor, { name, description, definition });
    return { name, path: `/reports/${at}`, sections: [section] };
  }
  const screen = await readScreen({ ...parts, actor }, target);
  if (screen?.kind !== 'dashboard') return undefined;
  const sections: Section[] = [];
  for (const tile of screen.body ?? []) {
    if (tile.node === 'text' && typeof tile.text === 'string')
      sections.push({ name: tile.text, description: '' });
    const asked = await questionOf(parts, actor, tile);
    if (asked) sections.push(await sectionOf(parts, actor, asked));
  }
  return { name: screen.label, path: `/s/${at}`, sections };
}

type Asked = Pick<Section, 'name' | 'description'> & { definition: ReportDefinition };

/** Lists are left to the page: a mail would be out of date at once. */
async function questionOf(parts: SectionParts, actor: Actor, tile: ScreenNode): Promise<Asked | undefined> {
  // The reader's tree has its titles as text.
  const title = typeof tile.title === 'string' ? tile.title : '';
  if (tile.node === 'report') {
    const report = await reportFor(parts, actor, tile.report);
    return report && { name: title || report.name, description: '', definition: report.definition };
  }
  if (tile.node !== 'number' && tile.node !== 'chart') return undefined;
  const { entity, conditions, measure } = tile;
  const entityDefinition = parts.registry.entity(entity);
  const groups = tile.node === 'chart' ? [tile.group, ...(tile.split ? [tile.split] : [])] : [];
  return {
    name: title || entityLabel(parts.registry, actor.locale, entityDefinition).many,
    description: '',
    definition: {
      ...{ entity, groups, measures: [{ id: 'figure', ...measure }] },
      chart: tile.node === 'chart' ? tile.chart : 'number',
      ...(conditions && { conditions }),
    },
  };
}

async function sectionOf(
  parts: SectionParts,
  actor: Actor,
  { name, description, definition }: Asked,
): Promise<Section> {
  const result = await runReport(parts, { actor, definition });
  const { registry, models } = parts;
  return {
    ...{ name, description },
    report: readableReport({ definition, result, registry, models, locale: actor.locale }),
  };
}

const reportFor = (parts: SectionParts, actor: Actor, id: string) =>
  readReport(parts, actor, id).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  });
