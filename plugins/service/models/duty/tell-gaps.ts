import {
  dayIn,
  idOf,
  type Colleague,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../../core/index.ts';
import type { Turn } from './rota-turns.ts';
import { whoCould } from './who-could.ts';

interface Gaps {
  rota: RecordData;
  /** Ids, in the order of their places. */
  people: readonly string[];
  /** Turns that nobody can take. */
  open: readonly Turn[];
  tx: Transaction;
}

/** A mail that names all of them is read by nobody. */
const mostNamed = 5;

/** Notes on the rota from when on nobody has the duty, and tells its owner of each turn once: why, and who could. */
export async function tellGaps(services: PluginServices, gaps: Gaps): Promise<void> {
  const { rota, open, tx } = gaps;
  const known = new Set(String(rota['toldGaps'] ?? '').split(' '));
  const starts = open.map(({ from }) => String(from));
  const first = open[0] ? new Date(open[0].from).toISOString() : null;
  const told = starts.join(' ') || null;
  if (told === (rota['toldGaps'] ?? null)) return;
  const values = { uncoveredFrom: first, toldGaps: told };
  await services.records(services.self, tx).update('duty-rota', [{ id: rota.id, values }]);
  const fresh = open.filter(({ from }) => !known.has(String(from)));
  const [owner] = await services.people([idOf(rota['owner']) ?? ''].filter(Boolean), tx);
  if (fresh.length > 0 && owner?.email) await send(services, { ...gaps, open: fresh, owner });
}

async function send(services: PluginServices, gaps: Gaps & { owner: Colleague }): Promise<void> {
  const { rota, open, owner, tx } = gaps;
  const { timeZone } = await services.company();
  const say = (name: string, params: Record<string, unknown>): string =>
    services.text(owner.locale, `service.duty.${name}`, params);
  const words = new Intl.DateTimeFormat(owner.locale, { timeZone, dateStyle: 'full', timeStyle: 'short' });
  const parts: string[] = [];
  for (const turn of open.slice(0, mostNamed)) {
    const days = { first: dayIn(turn.from, timeZone), last: dayIn(turn.until - 1, timeZone) };
    const { away, could } = await whoCould(services, { ...gaps, turn, days });
    const comma = owner.locale === 'zh-CN' ? '、' : ', ';
    parts.push(
      [
        say('gapTurn', { from: words.format(turn.from), until: words.format(turn.until) }),
        say('gapWhy', { away: away.map((one) => say('gapAway', one)).join(comma) }),
        could.length > 0 ? say('gapCould', { names: could.join(comma) }) : say('gapNobody', {}),
      ].join('\n'),
    );
  }
  if (open.length > mostNamed) parts.push(say('gapMore', { count: open.length - mostNamed }));
  const text = [say('gapText', { rota: rota['name'] }), ...parts, say('gapWhat', {})].join('\n\n');
  await services.send(
    [
      {
        ...{ key: `service-duty-gap ${rota.id} ${String(rota.version)}`, channel: 'email' },
        ...{ purpose: 'service', to: owner.email!, language: owner.locale },
        subject: say('gap', { rota: rota['name'], from: words.format(open[0]!.from) }),
        text: `${text}\n\n${services.url}/r/duty-rota/${rota.id}`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        about: { 'duty-rota': rota.id },
      },
    ],
    tx,
  );
}
