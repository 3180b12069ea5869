import { weekdays, type Timer, type TimerSource, type Unit } from './timer.ts';

/** Where the timer goes in BPMN, and the ISO 8601 or cron text that goes there. */
export const writeTimer = (timer: Timer): TimerSource => {
  switch (timer.kind) {
    case 'after': {
      const duration = writeDuration(timer.amount, timer.unit);
      return { property: 'timeDuration', source: timer.isBusiness ? `business: ${duration}` : duration };
    }
    case 'at':
      return { property: 'timeDate', source: timer.date };
    case 'around': {
      const shift = `${timer.isBefore ? '-' : ''}${writeDuration(timer.amount, timer.unit)}`;
      return { property: 'timeDate', source: `${timer.path} & '/${shift}'` };
    }
    case 'every':
      return {
        property: 'timeCycle',
        source: `R${timer.times ?? ''}/${writeDuration(timer.amount, timer.unit)}`,
      };
    case 'weekly':
      return { property: 'timeCycle', source: writeWeekly(timer) };
    case 'monthly':
      return { property: 'timeCycle', source: writeCron(timer, `${timer.day} * *`) };
    case 'expression':
      return { property: timer.property, source: timer.source };
  }
};

/** ISO 8601: `P3D`, `PT15M`. */
export const writeDuration = (amount: number, unit: Unit): string => {
  const letters: Record<Unit, string> = { minutes: 'M', hours: 'H', days: 'D', weeks: 'W', months: 'M' };
  const isTime = unit === 'minutes' || unit === 'hours';
  return `P${isTime ? 'T' : ''}${amount}${letters[unit]}`;
};

const writeWeekly = (timer: Timer & { kind: 'weekly' }): string => {
  const chosen = weekdays.filter((day) => timer.days.includes(day));
  return writeCron(timer, `* * ${chosen.length === weekdays.length ? '*' : chosen.join(',')}`);
};

const writeCron = ({ time, zone }: { time: string; zone: string }, days: string): string => {
  const [hour, minute] = time.split(':').map(Number);
  return `cron: ${minute ?? 0} ${hour ?? 0} ${days}${zone ? ` ${zone}` : ''}`;
};
