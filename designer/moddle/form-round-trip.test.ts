import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import relata from '../../core/flow/moddle/relata.json' with { type: 'json' };
import { readAssignment, writeAssignment } from './assignment.ts';
import { extensionOf, withExtension } from './extension.ts';
import { readForm, writeForm, type FormField } from './form.ts';
import { childOf, childrenOf, type CreateElement, type ModdleElement } from './moddle-element.ts';
import { newDiagram } from './new-diagram.ts';
import { readTaskBinding, writeTaskBinding } from './task-binding.ts';

/** The parts of bpmn-moddle that its declaration leaves out. */
interface Moddle {
  create: CreateElement;
  fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: unknown[] }>;
  toXML(element: ModdleElement, options: { format: boolean }): Promise<{ xml: string }>;
}
// The reader's declaration types what deployment needs; the rest is as bpmn-moddle documents it.
const moddle = new BpmnModdle({ relata }) as unknown as Moddle;
const create: CreateElement = (type, properties) => moddle.create(type, properties);

const withTask = (extensions: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:relata="urn:relata:bpmn:1" xmlns:other="http://other.example/bpmn" id="d" targetNamespace="t">
  <bpmn:process id="p" isExecutable="true"><bpmn:userTask id="u" name="Ask" other:color="red">${extensions}</bpmn:userTask></bpmn:process>
</bpmn:definitions>`;

const open = async (xml: string): Promise<{ root: ModdleElement; task: ModdleElement }> => {
  const { rootElement: root } = await moddle.fromXML(xml);
  const task = childrenOf(childrenOf(root, 'rootElements')[0], 'flowElements')[0];
  if (!task) throw new Error('no task in the file');
  return { root, task };
};

const reopen = async (root: ModdleElement): Promise<ModdleElement> =>
  (await open((await moddle.toXML(root, { format: true })).xml)).task;

const fields: FormField[] = [
  {
    id: 'approved',
    label: 'Approve?',
    type: 'boolean',
    isRequired: true,
    entity: '',
    value: 'true',
    visible: 'reason = "price"',
    requiredIf: 'amount > 5 and $not(approved)',
    options: [],
  },
  {
    id: 'reason',
    label: 'Reason',
    type: 'select',
    isRequired: false,
    entity: '',
    value: '',
    visible: '',
    requiredIf: '',
    options: [
      { value: 'price', label: 'Too "dear" & late' },
      { value: 'time', label: '时间' },
    ],
  },
  {
    id: 'account',
    label: '',
    type: 'relation',
    isRequired: false,
    entity: 'account',
    value: '',
    visible: '',
    requiredIf: '',
    options: [],
  },
];

describe('what the panel writes', () => {
  it('reads form fields again from the XML', async () => {
    const { root, task } = await open(withTask(''));
    const value = writeForm(create, { screen: '', fields });
    task.set('extensionElements', withExtension({ create, element: task, type: 'relata:Form', value }));

    expect(readForm(await reopen(root))).toEqual({ screen: '', fields });
  });

  it('reads assignment and task again from the XML', async () => {
    const { root, task } = await open(withTask(''));
    const assignment = { ...readAssignment(task), assignee: '$manager($subject.owner)', due: 'P2D' };
    const binding = {
      type: 'sales.set-stage',
      inputs: [{ name: 'stage', value: "'won'" }],
      outputs: [{ variable: 'before', value: 'previous' }],
    };
    for (const value of [writeAssignment(create, assignment), writeTaskBinding(create, binding)]) {
      const type = value?.$type ?? '';
      task.set('extensionElements', withExtension({ create, element: task, type, value }));
    }
    const again = await reopen(root);

    expect(readAssignment(again)).toEqual(assignment);
    expect(readTaskBinding(again)).toEqual(binding);
  });

  it('keeps what other tools wrote', async () => {
    const theirs = '<other:card weight="3"><other:line>kept</other:line></other:card>';
    const { root, task } = await open(withTask(`<bpmn:extensionElements>${theirs}</bpmn:extensionElements>`));
    const value = writeForm(create, { screen: 'sales.form', fields: [] });
    task.set('extensionElements', withExtension({ create, element: task, type: 'relata:Form', value }));
    const { xml } = await moddle.toXML(root, { format: false });

    expect(xml).toContain('<other:card weight="3">');
    expect(xml).toContain('<other:line>kept</other:line>');
    expect(xml).toContain('other:color="red"');
    expect(xml).toContain('<relata:form screen="sales.form" />');
  });

  it('leaves no empty extensions behind', async () => {
    const { task } = await open(
      withTask('<bpmn:extensionElements><relata:form screen="s"/></bpmn:extensionElements>'),
    );

    expect(extensionOf(task, 'relata:Form')).toBeDefined();
    expect(withExtension({ create, element: task, type: 'relata:Form', value: null })).toBeUndefined();
  });
});

describe('newDiagram', () => {
  it('is a file without warnings, whatever the name', async () => {
    const xml = newDiagram({
      key: 'follow-up',
      name: 'A "quoted" <name> & more',
      subject: 'opportunity',
      startName: 'Start',
      endName: 'Done',
    });
    const { rootElement, warnings } = await moddle.fromXML(xml);
    const process = childrenOf(rootElement, 'rootElements')[0];

    expect(warnings).toEqual([]);
    expect(process?.get('name')).toBe('A "quoted" <name> & more');
    expect(process?.get('relata:subject')).toBe('opportunity');
    expect(childOf(childrenOf(process, 'flowElements')[2], 'targetRef')?.get('id')).toBe('end');
  });
});
