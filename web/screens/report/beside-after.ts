import type { ReportDefinition } from '../../data/reports.ts';

/** What stands beside keeps to its groups where they move; a group that came has no field yet. */
export const besideAfter = (
  { beside, groups: before }: ReportDefinition,
  groups: ReportDefinition['groups'],
): ReportDefinition['beside'] =>
  beside?.map((part) => ({
    ...part,
    fields: groups.map(({ field }) => {
      const at = before.findIndex((group) => group.field === field);
      return at < 0 ? '' : (part.fields[at] ?? '');
    }),
  }));
