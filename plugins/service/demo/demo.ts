import { idOf, type DemoServices, type RecordData, type Values } from '../../../core/index.ts';
import { demoArticles } from './articles.ts';
import { demoCare } from './care.ts';
import { demoAround, demoDuties, policies } from './desk.ts';
import { people, skills } from './people.ts';
import { questions, type Question } from './questions.ts';

const hourMs = 3_600_000;

/** Three queues, four people, and two weeks of requests in every state. */
export async function demo(services: DemoServices): Promise<void> {
  const users = await services.users(people);
  const queues = await createQueues(services);
  await services.create(
    'service-agent',
    people.map(({ name }) => ({ name, person: users[name], skills: skills[name], limit: 12 })),
  );
  await services.create('sla-policy', policies);
  // Awake: it gets its key, which the lines for a page name.
  await services
    .as({ startsFlows: true })
    .create('service-site', [
      { name: 'Merano Devices', origins: ['https://www.merano-devices.example'], queue: queues.Support },
    ]);
  await demoAround(services);
  await demoDuties(services, users);
  await demoCare(services);
  await demoArticles(services);
  await services.create('canned-reply', [
    {
      name: 'Thanks, we look into it',
      text: 'Hello {{name}},\n\nthank you for writing. We look into {{number}} and answer today.',
    },
    {
      name: 'Ask for the serial number',
      text: 'Hello {{name}},\n\nplease send us the serial number. It is on the label at the back.',
    },
    { name: '请提供序列号', text: '{{name}}，您好：\n\n请提供设备背面标签上的序列号，谢谢。' },
  ]);
  const contacts = await services.find('contact', {}, { sort: ['name'], limit: 60 });
  const staff = Object.values(users);
  const said: Values[] = [];
  for (let index = 0; index < 32; index++) {
    const contact = contacts[(index * 7) % contacts.length]!;
    said.push(...(await createRequest(services, { index, queues, contact, staff })));
  }
  await services.create('ticket-message', said);
}

async function createQueues(services: DemoServices): Promise<Record<Question['queue'], string>> {
  const [support = '', billing = '', repairs = ''] = await services.create('service-queue', [
    {
      name: 'Support',
      address: 'support@relata.example',
      isDefault: true,
      signature: 'Merano Devices support',
    },
    {
      name: 'Billing',
      address: 'billing@relata.example',
      skill: 'billing',
      signature: 'Merano Devices billing',
    },
    {
      name: 'Repairs',
      address: 'repairs@relata.example',
      skill: 'repair',
      signature: 'Merano Devices repairs',
    },
  ]);
  return { Support: support, Billing: billing, Repairs: repairs };
}

interface Request {
  index: number;
  queues: Record<Question['queue'], string>;
  contact: RecordData;
  staff: readonly string[];
}

async function createRequest(
  services: DemoServices,
  { index, queues, contact, staff }: Request,
): Promise<Values[]> {
  const question = questions[index % questions.length]!;
  const askedAt = services.now - (index * 9 + 1) * hourMs;
  const answeredAt = askedAt + (1 + Math.floor(services.random() * 5)) * hourMs;
  const isAnswered = index > 3 && index % 5 !== 0;
  const isSolved = isAnswered && index > 12;
  const author = staff[index % staff.length];
  const email = contact['email'] ?? `customer${index}@example.com`;
  // Awake: what is promised for it is counted, and its flows run.
  const [id = ''] = await services.as({ at: askedAt, startsFlows: true }).create('ticket', [
    {
      subject: question.subject,
      status: isSolved ? 'solved' : isAnswered ? 'waiting' : index < 2 ? 'new' : 'open',
      priority: (['normal', 'high', 'normal', 'low', 'urgent'] as const)[index % 5],
      channel: index % 4 === 3 ? 'phone' : 'mail',
      queue: queues[question.queue],
      assignee: index < 2 ? null : author,
      contact: contact.id,
      account: idOf(contact['account']),
      requesterName: contact['name'],
      requesterEmail: email,
      lastMessageAt: at(isAnswered ? answeredAt : askedAt),
      ...(isAnswered ? { firstAnsweredAt: at(answeredAt) } : { askedAt: at(askedAt) }),
      ...(isSolved && { solvedAt: at(answeredAt), satisfaction: 3 + (index % 3) }),
      ...(isAnswered && !isSolved && { pausedAt: at(answeredAt) }),
    },
  ]);
  const inbound = {
    kind: 'inbound',
    from: `${String(contact['name'])} <${String(email)}>`,
    sender: 'verified',
  };
  return [
    { ticket: id, ...inbound, ...words(question.text), at: at(askedAt) },
    ...(isAnswered
      ? [{ ticket: id, kind: 'outbound', author, ...words(question.answer), to: email, at: at(answeredAt) }]
      : []),
  ];
}

const words = (text: string) => ({ text, summary: text.replaceAll(/\s+/g, ' ').slice(0, 120) });
const at = (time: number): string => new Date(time).toISOString();
