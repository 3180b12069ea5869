import { addDays, dayIn, type DemoServices } from '../../../core/index.ts';
import { addMonths } from '../models/care/days.ts';

const dayMs = 86_400_000;

const plans = [
  {
    name: 'Birthday greetings',
    occasion: 'birthday',
    how: 'mail',
    subject: 'Happy birthday, {{name}}',
    text: 'Dear {{name}},\n\nall the best for the new year of your life.\n\nMerano Devices',
    subjectZh: '{{name}}，生日快乐',
    textZh: '{{name}}，您好：\n\n祝您生日快乐，万事如意！\n\nMerano Devices',
  },
  {
    name: 'New Year greetings',
    occasion: 'holiday',
    how: 'mail',
    day: '2027-01-01',
    subject: 'A good new year',
    text: 'Dear {{name}},\n\nthank you for this year. We look forward to the next.\n\nMerano Devices',
    subjectZh: '新年快乐',
    textZh: '{{name}}，您好：\n\n感谢您一年来的支持，祝新年快乐！\n\nMerano Devices',
  },
];

/** Greetings that wait to be switched on, and return visits under way: those of the past half year, and what comes. */
export async function demoCare(services: DemoServices): Promise<void> {
  await services.create('care-plan', plans);
  const [plan = ''] = await services.as({ startsFlows: true }).create('care-plan', [
    {
      ...{ name: 'Return visit', occasion: 'visit', how: 'person' },
      ...{ whom: 'contract', months: 6, isActive: true },
    },
  ]);
  const today = dayIn(services.now);
  const contracts = await services.find(
    'service-contract',
    { startsOn: { lte: today }, endsOn: { gte: today } },
    { limit: 50 },
  );
  const accounts = contracts.map(({ account }) => account);
  const contacts = await services.find(
    'contact',
    { account: { in: accounts } },
    { sort: ['name'], limit: 60 },
  );
  await services.as({ at: services.now - 60 * dayMs }).create(
    'care-occasion',
    contacts.map((contact, index) => {
      const on = addDays(addMonths(today, -6), 3 + ((index * 37) % 175));
      return {
        ...{ name: `${String(contact['name'])} · Return visit`, plan, occasion: 'visit', status: 'done' },
        ...{
          contact: contact.id,
          account: contact['account'],
          on,
          due: on,
          said: words[index % words.length],
        },
      };
    }),
  );
}

const words = [
  'All devices run. They ask for a training for two new colleagues.',
  'One display flickers; a request is open for it.',
  'Content. They think of a second site in spring.',
  '设备运行正常，希望明年续签服务合同。',
];
