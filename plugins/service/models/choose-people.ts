/** Who gets which request: skill, then room, then whose turn it is. Urgent requests choose first, then older ones. */
import { idOf, readMany, type RecordData, type RecordService } from '../../../core/index.ts';

export interface Chosen {
  given: { ticket: string; person: string }[];
  /** Agents who were given something. */
  agents: string[];
  /** Of all requests asked about, those that had somebody before among them. */
  assignees: Map<string, string>;
}

const urgency = ['urgent', 'high', 'normal', 'low'];
const atWork = ['new', 'open'];
const mostAgents = 500;

/** Of requests by their ids. Decides and writes nothing; what finds nobody is in none of the answers. */
export async function choosePeople(records: RecordService, ids: readonly string[]): Promise<Chosen> {
  const tickets = await readMany(records, 'ticket', ids);
  const agents = await records.find('service-agent', { isAvailable: { eq: true } }, { limit: mostAgents });
  const skills = await skillsOf(records, tickets);
  const load = await loadOf(records);
  const turns = agents.map((agent) => ({ agent, person: idOf(agent['person']) ?? '', at: turnOf(agent) }));
  let turn = Math.max(0, ...turns.map(({ at }) => at));
  const chosen: Chosen = { given: [], agents: [], assignees: new Map() };
  for (const ticket of inOrder(tickets)) {
    const before = idOf(ticket['assignee']);
    if (before) chosen.assignees.set(ticket.id, before);
    if (before || !atWork.includes(String(ticket['status']))) continue;
    const skill = skills.get(idOf(ticket['queue']) ?? '');
    const [next] = turns
      .filter(({ agent, person }) => knows(agent, skill) && (load.get(person) ?? 0) < Number(agent['limit']))
      .toSorted((one, other) => one.at - other.at);
    if (!next) continue;
    next.at = ++turn;
    load.set(next.person, (load.get(next.person) ?? 0) + 1);
    chosen.given.push({ ticket: ticket.id, person: next.person });
    chosen.agents.push(next.agent.id);
    chosen.assignees.set(ticket.id, next.person);
  }
  return { ...chosen, agents: [...new Set(chosen.agents)] };
}

const turnOf = ({ lastGivenAt }: RecordData): number =>
  typeof lastGivenAt === 'string' ? Date.parse(lastGivenAt) : 0;

const knows = ({ skills }: RecordData, skill: string | undefined): boolean =>
  !skill ||
  (Array.isArray(skills) && skills.some((one) => String(one).toLowerCase() === skill.toLowerCase()));

const inOrder = (tickets: readonly RecordData[]): RecordData[] =>
  tickets.toSorted(
    (one, other) =>
      urgency.indexOf(String(one['priority'])) - urgency.indexOf(String(other['priority'])) ||
      String(one['createdAt']).localeCompare(String(other['createdAt'])),
  );

async function skillsOf(
  records: RecordService,
  tickets: readonly RecordData[],
): Promise<Map<string, string>> {
  const ids = tickets.map((ticket) => idOf(ticket['queue']));
  const queues = await readMany(records, 'service-queue', ids);
  return new Map(queues.flatMap(({ id, skill }) => (typeof skill === 'string' ? [[id, skill]] : [])));
}

async function loadOf(records: RecordService): Promise<Map<string, number>> {
  const { rows } = await records.aggregate('ticket', {
    filter: { status: { in: atWork }, assignee: { ne: null } },
    group: [{ field: 'assignee' }],
    measures: [{ function: 'count' }],
  });
  return new Map(
    rows.flatMap(({ group, values }) => {
      const person = idOf(group['assignee']);
      return person ? [[person, Number(values['count'])]] : [];
    }),
  );
}
