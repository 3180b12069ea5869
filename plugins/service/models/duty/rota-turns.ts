import { addDays, type RecordData, type WorkingTime } from '../../../../core/index.ts';
import { instantOf } from '../care/days.ts';
import { dayMs } from '../times.ts';

/** From one handover to the next, in milliseconds since 1970. */
export interface Turn {
  from: number;
  until: number;
}

interface Span {
  /** The turn that holds it is the first. */
  now: number;
  until: number;
  timeZone: string;
  working: WorkingTime;
}

/** Nobody works for longer: then handovers are on any day. */
const longestClosed = 30;

/** The turns of a rota within a time; always the same ones, whenever they are asked for. */
export function turnsOf(rota: RecordData, span: Span): Turn[] {
  const step = Number(rota['every']) * (rota['unit'] === 'week' ? 7 : 1);
  const first = String(rota['startsOn']);
  const handover = (nth: number): number => handoverOf(rota, addDays(first, nth * step), span);
  const passed = (span.now - Date.parse(`${first}T00:00:00Z`)) / dayMs;
  // A handover that waited for a day of work is of a turn that began before.
  let nth = Math.max(0, Math.floor((passed - longestClosed) / step));
  const turns: Turn[] = [];
  for (let from = handover(nth); from < span.until; nth++) {
    const until = handover(nth + 1);
    // Of several that waited for one day the last counts.
    if (until > from && until > span.now) turns.push({ from, until });
    from = until;
  }
  return turns;
}

function handoverOf(rota: RecordData, day: string, { timeZone, working }: Span): number {
  const at = (one: string, hour: number): number => instantOf(one, hour, timeZone);
  const isWorkday = (one: string): boolean => working.between(at(one, 0), at(addDays(one, 1), 0)) > 0;
  let chosen = day;
  if (rota['isOnWorkdays'] === true)
    for (let later = 0; later < longestClosed; later++)
      if (isWorkday(addDays(day, later))) {
        chosen = addDays(day, later);
        break;
      }
  return at(chosen, Number(rota['hour']));
}
