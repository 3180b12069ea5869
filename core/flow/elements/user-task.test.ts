import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

const subject = { entity: 'opportunity', id: 'o1' };
const records = { 'opportunity/o1': { id: 'o1', owner: { id: 'anna', title: 'Anna' } } };

test('a user task opens a work item made from its expressions', async () => {
  // given a task that goes to the owner of the record
  const flow = new Driver(await loadFlow('user-task'), { records });
  // when a token comes there
  flow.start({ amount: 500 }, { subject });
  // then the work item says who, until when, how urgent, and with which form
  expect([...flow.waits.values()]).toEqual([
    {
      kind: 'work-item',
      element: 'approve',
      name: 'Approve',
      assignee: 'anna',
      candidateUsers: [],
      candidateRoles: ['sales.manager'],
      due: '2026-03-05T09:00:00.000Z',
      followUp: '2026-03-03T00:00:00.000Z',
      priority: 80,
      form: {
        fields: [
          { id: 'ok', type: 'boolean', label: 'Approve?', required: true },
          { id: 'note', type: 'text', value: 'about 500' },
        ],
      },
      note: undefined,
    },
  ]);
  expect(flow.summary.tokens).toEqual([{ element: 'approve' }]);
});

test('what the person filled in becomes variables', async () => {
  // given an open work item
  const flow = new Driver(await loadFlow('user-task'), { records }).start({ amount: 5 }, { subject });
  // when it is completed
  flow.fire('approve', { ok: true });
  // then the flow goes on with the answer
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { amount: 5, ok: true } });
});

test('an assignee who is nobody leaves the work item to its candidates, with a note', async () => {
  // given a record without an owner
  const nobody = { 'opportunity/o1': { id: 'o1', owner: null } };
  // when a token comes to the task
  const flow = new Driver(await loadFlow('user-task'), { records: nobody }).start({ amount: 5 }, { subject });
  // then nobody is assigned, and the work item says why
  expect([...flow.waits.values()]).toMatchObject([
    { assignee: null, candidateRoles: ['sales.manager'], note: 'assignee-nobody' },
  ]);
});

test('a task without assignment goes to the role that its lane names', async () => {
  // given a task in a lane; when a token comes there
  const flow = new Driver(await loadFlow('lanes')).start();
  // then the role of the lane may take it
  expect([...flow.waits.values()]).toMatchObject([
    { assignee: null, candidateRoles: ['sales.manager'], priority: 50 },
  ]);
});

test('a task with an assignment of its own does not go to its lane as well', async () => {
  const graph = await loadFlow('lanes');
  const u = { ...graph.nodes['u']! };
  u.work = { ...u.work!, assignee: "'anna'" };
  const flow = new Driver({ ...graph, nodes: { ...graph.nodes, u } }).start();
  expect([...flow.waits.values()]).toMatchObject([{ assignee: 'anna', candidateRoles: [] }]);
});
