import { companyCalendar } from '../../../named-calendar.ts';
import { text } from '../source.ts';
import type { Source } from '../source.ts';

/** The calendar that a timer or assignment names itself, else that of its process; undefined for the company's. */
export const calendarOf = (named: Source | undefined, element: Source): string | undefined => {
  const said = (named && text(named, 'calendar')) ?? ofProcess(element);
  return said === companyCalendar ? undefined : said;
};

const ofProcess = (element: Source): string | undefined => {
  let at: Source | undefined = element;
  while (at !== undefined && at.$type !== 'bpmn:Process') at = at.$parent;
  return at && text(at, 'calendar');
};
