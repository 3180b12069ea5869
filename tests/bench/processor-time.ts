import { readdir, readFile } from 'node:fs/promises';

/** Processor time in milliseconds that a process and its descendants have used, as of now (Linux). */
export async function processorTime(pid: number): Promise<number> {
  const processes = new Map<number, { parent: number; ticks: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    if (stat === null) continue;
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system, childUser, childSystem] = [1, 11, 12, 13, 14].map((at) =>
      Number(fields[at]),
    );
    processes.set(Number(name), { parent: parent!, ticks: user! + system! + childUser! + childSystem! });
  }
  const total = (of: number): number => {
    let ticks = processes.get(of)?.ticks ?? 0;
    for (const [child, { parent }] of processes) if (parent === of) ticks += total(child);
    return ticks;
  };
  return total(pid) * 10;
}
