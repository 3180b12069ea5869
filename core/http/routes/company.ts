import { z } from 'zod';
import { writeSettings } from '../../identity/index.ts';
import { companyCalendar, isCalendarId } from '../../named-calendar.ts';
import type { Services } from '../../services.ts';
import { isTimeZone } from '../time-zone.ts';
import { reply, route, type Route } from '../route.ts';

/** What holds for everybody: name, time zone, currency, and when people work. */
export const companyRoutes = ({ sql, identity }: Pick<Services, 'sql' | 'identity'>): Route[] => [
  route({
    method: 'get',
    path: '/api/company',
    summary: 'Name, time zone, currency and working hours of the company',
    tag: 'people',
    permission: 'settings.manage',
    run: async () => reply(200, await identity.company()),
  }),
  route({
    method: 'patch',
    path: '/api/company',
    summary: 'Set name, time zone, currency or working hours of the company',
    tag: 'people',
    permission: 'settings.manage',
    body: z.strictObject({
      name: z.string().min(1).max(200).optional(),
      timeZone: z.string().refine(isTimeZone, 'not-time-zone').optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'not-currency')
        .optional(),
      calendar: calendar.optional(),
      calendars: calendars.optional(),
      messageDays: z
        .number()
        .int()
        .min(30, 'not-message-days')
        .max(36_525, 'not-message-days')
        .nullable()
        .optional(),
    }),
    run: async ({ body }) => {
      await writeSettings(sql, body);
      identity.forget();
      return reply(200, await identity.company());
    },
  }),
];

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-time-of-day');

const endOfTime = z.union([timeOfDay, z.literal('24:00')], 'not-time-of-day');

/** Seven days from Monday on, each with its times of work in order, and the dates on which nobody works. */
const calendar = z.strictObject({
  hours: z
    .array(
      z
        .array(z.tuple([timeOfDay, endOfTime]))
        .refine(
          (day) => day.flat().every((time, index, all) => index === 0 || all[index - 1]! < time),
          'not-in-order',
        ),
    )
    .length(7),
  holidays: z.array(z.iso.date()).max(2_000),
});

/** As one would write an id; names may be anything. */
const namedCalendar = calendar.extend({
  id: z.string().refine((id) => isCalendarId(id) && id !== companyCalendar, 'not-calendar-id'),
  name: z.string().trim().min(1).max(120),
  timeZone: z.string().refine(isTimeZone, 'not-time-zone').optional(),
});

const calendars = z
  .array(namedCalendar)
  .max(200)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'calendar-twice')
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, 'calendar-twice');
