import { readFileSync } from 'node:fs';

/** A row of the team's pipeline file, as far as the tests count it. */
export interface Deal {
  agent: string;
  product: string;
  stage: string;
}

/** The file is plain: no cell holds a comma or a quote. */
export function readDeals(path: string): Deal[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const columns = head!.split(',');
  const at = (name: string): number => columns.indexOf(name);
  return lines.map((line) => {
    const cells = line.split(',');
    return {
      agent: cells[at('sales_agent')]!,
      product: cells[at('product')]!,
      stage: cells[at('deal_stage')]!,
    };
  });
}

/** Names of the agents under a manager, in `sales_teams.csv`. */
export function readTeam(path: string, manager: string): string[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .filter((cells) => cells[1] === manager)
    .map((cells) => cells[0]!);
}
