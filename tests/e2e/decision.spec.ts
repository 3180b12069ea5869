/** An administrator lets a table decide: drawn in the designer, tried, deployed, asked by a flow, told in its story. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { clickFlow } from './support/diagram.ts';
import { test } from './support/shared-company.ts';

let company: Company;
let page: Page;

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  page = await signedIn(browser, company, { email: 'admin@relata.example', password: 'relata-demo' });
});
test.afterAll(() => page?.context().close());

test.describe.configure({ mode: 'serial' });

const step = (id: string) => page.locator(`g[data-element-id="${id}"]`).first();

async function typeInCell(kind: 'input' | 'output', index: number, text: string): Promise<void> {
  await page.locator(`.dmn-place td.${kind}-cell`).nth(index).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.locator('rl-decision-editor h2').click();
}

async function chooseType(kind: 'input' | 'output', type: string): Promise<void> {
  await page.locator(`.dmn-place th.${kind}-cell`).first().dblclick();
  await page.locator('.context-menu').getByRole('textbox', { name: 'Type' }).click();
  await page.locator('.dms-select-options').getByText(type, { exact: true }).click();
  await page.locator('rl-decision-editor h2').click();
  await expect(page.locator(`.dmn-place th.${kind}-cell`).first()).toContainText(type);
}

test('a decision table is drawn, checked and tried while one types', async () => {
  // given a step that a table decides
  await page.goto('/flows/discount-approval');
  await step('propose').click();
  await page.locator('rl-step-palette').getByRole('button', { name: 'Decision table' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Find the limit');
  await page.keyboard.press('Tab');
  // when its table is made
  await page.getByRole('button', { name: 'New table' }).click();
  const editor = page.getByRole('dialog', { name: 'Edit table' });
  await expect(editor.getByText('No gaps, no overlaps, nothing wrong.')).toBeVisible();
  await typeInCell('output', 0, 'careful');
  // then a mistake is a sentence that says how to mend it
  await expect(editor.getByText('put it in quotes: "careful"')).toBeVisible();
  await expect(editor.getByRole('button', { name: 'Deploy table' })).toBeDisabled();
  await typeInCell('output', 0, '"careful"');
  await typeInCell('input', 1, '> 2000');
  await expect(editor.getByText('No rule is for “amount” from 1000 to 2000')).toBeVisible();
  await typeInCell('input', 1, '>= 1000');
  await expect(editor.getByText('No gaps, no overlaps, nothing wrong.')).toBeVisible();
  // and a column's type is chosen from its list
  await chooseType('input', 'Yes or no');
  await expect(editor.getByRole('button', { name: 'Deploy table' })).toBeDisabled();
  await chooseType('input', 'Number');
  await expect(editor.getByText('No gaps, no overlaps, nothing wrong.')).toBeVisible();
  // and a sample row says what is decided, and by which rule
  await editor.getByLabel('amount', { exact: true }).fill('300');
  await page.keyboard.press('Tab');
  await expect(editor.getByText('by rule 1')).toBeVisible();
  await expect(editor.locator('.bjs-powered-by')).toBeInViewport();
  await editor.getByRole('button', { name: 'Deploy table' }).click();
  await expect(page.getByText('“Find the limit” is deployed as version 1.')).toBeVisible();
});

test('its input is mapped to the field of the same name, and an expression shows its value', async () => {
  // given the table just deployed: the record has a field of the input's name
  await expect(page.getByRole('combobox', { name: 'Decision', exact: true })).toHaveValue('find-the-limit');
  await expect(page.getByRole('button', { name: /^amount: Opportunity › Amount/ })).toBeVisible();
  // when a condition is written as an expression
  await clickFlow(page, 'too-much');
  await page.getByRole('button', { name: 'As expression' }).click();
  const code = page.getByRole('textbox', { name: 'Condition as expression' });
  await code.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('$subject.nam');
  // then fields are offered, what is wrong is said, and a sound one has a value on a record
  await expect(page.locator('.cm-tooltip-autocomplete').getByText('Name · name')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('“Opportunity” has no field “nam”.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('$length($subject.name) > 0');
  await page.keyboard.press('Escape');
  await expect(page.locator('rl-live-value').getByText('true')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type("limit = 'careful' or discount > 10");
  await page.keyboard.press('Enter');
});

test('a form asks by condition, is previewed, and axe finds nothing', async () => {
  // given the step that proposes
  await step('propose').click();
  await page.getByRole('button', { name: 'Add a field' }).click();
  await page.getByLabel('Label', { exact: true }).fill('Why so much?');
  await page.keyboard.press('Tab');
  // when a condition says when the field is shown
  await page.getByText('Shown and required when …').click();
  const shown = page.getByRole('group', { name: 'Shown when' });
  await shown.getByRole('button', { name: 'Add a condition' }).click();
  await shown.getByRole('button', { name: /^Field/ }).click();
  await page.getByRole('combobox', { name: 'Find a field' }).fill('discount');
  await page.keyboard.press('Enter');
  await shown.getByRole('spinbutton').fill('10');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  // then the preview follows it
  const preview = page.locator('rl-form-preview');
  await expect(preview.getByLabel('Why so much?')).toBeHidden();
  await preview.getByRole('spinbutton').first().fill('20');
  await page.keyboard.press('Tab');
  await expect(preview.getByLabel('Why so much?')).toBeVisible();
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('the flow is deployed, runs, and its story says which rule decided', async () => {
  await page.getByRole('button', { name: 'Deploy…' }).click();
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(page.getByText(/Discount approval runs as version 2/)).toBeVisible();
  const { call } = company.relata;
  // given a deal with an amount, whose discount somebody proposes
  const priced = encodeURIComponent(JSON.stringify({ amount: { isNull: false } }));
  const { items } = await call<{ items: { id: string }[] }>(
    'GET',
    `/api/records/opportunity?limit=1&filter=${priced}`,
  );
  const { id } = await call<{ id: string }>('POST', '/api/flows/discount-approval/instances', {
    subject: `opportunity/${items[0]!.id}`,
  });
  const work = await call<{ items: { id: string }[] }>('GET', `/api/work-items?instance=${id}`);
  await call('POST', `/api/work-items/${work.items[0]!.id}/complete`, { variables: { discount: 5 } });
  // then the table was asked, and the story says so
  const history = await call<{ element: string; data?: { decision?: string } }[]>(
    'GET',
    `/api/instances/${id}/history`,
  );
  expect(history.some(({ data }) => data?.decision === 'find-the-limit')).toBe(true);
  await page.goto(`/instances/${id}`);
  await expect(page.getByText(/of “Find the limit” decided/).first()).toBeVisible();
});

test('all decisions are listed with the flows that ask them, read, tried and changed in place', async () => {
  // given the list of decisions
  await page.goto('/flows');
  await page.getByRole('button', { name: 'Decisions' }).click();
  const row = page.getByRole('row', { name: /Find the limit/ });
  await expect(row.getByRole('link', { name: 'Discount approval' })).toBeVisible();
  // when one is opened and a sample is typed
  await row.getByRole('link', { name: 'Find the limit' }).click();
  await page.getByLabel('amount', { exact: true }).fill('5000');
  await page.keyboard.press('Tab');
  // then the rule that hits is told and marked
  await expect(page.getByText('by rule 2')).toBeVisible();
  await expect(page.locator('rl-decision-picture tr.hit')).toHaveText(/2\s*>= 1000/);
  // and it is changed in place, and the version of before can be brought back
  await page.getByRole('button', { name: 'Edit table' }).click();
  await typeInCell('output', 1, '"huge"');
  await page.getByRole('button', { name: 'Deploy table' }).click();
  await expect(page.locator('rl-decision-picture')).toContainText('"huge"');
  await page.getByRole('button', { name: /^Version 1/ }).click();
  await expect(page.locator('rl-decision-picture')).toContainText('"large"');
  await expect(page.getByRole('button', { name: 'Bring version 1 back' })).toBeVisible();
  // while it cannot be removed as long as a flow asks it
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText(/is asked by the flow .* and stays/)).toBeVisible();
});

test('a call is given what the called flow asks for, and an event waits for several things', async () => {
  // given a flow that reads an amount and leaves a price, one that calls it, and then waits for a message
  const { call } = company.relata;
  const called = `<bpmn:startEvent id="b"/><bpmn:scriptTask id="p" name="Price" scriptFormat="jsonata" relata:resultVariable="price"><bpmn:script>amount * 2</bpmn:script></bpmn:scriptTask><bpmn:sequenceFlow id="b1" sourceRef="b" targetRef="p"/>`;
  const calling = `<bpmn:startEvent id="s"/><bpmn:callActivity id="ask" name="Ask the price" calledElement="price-of"/><bpmn:intermediateCatchEvent id="wait" name="Paid"><bpmn:messageEventDefinition id="m" messageRef="paid" relata:correlationKey="'1'"/></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id="s1" sourceRef="s" targetRef="ask"/><bpmn:sequenceFlow id="s2" sourceRef="ask" targetRef="wait"/>`;
  await call('POST', '/api/flows', { xml: diagramOf('price-of', called, '') });
  const drawn = `${shape('s', 160, 36)}${shape('ask', 260, 100)}${shape('wait', 420, 36)}${edge('s1', 196, 260)}${edge('s2', 360, 420)}`;
  const message = '<bpmn:message id="paid" name="paid"/>';
  const xml = diagramOf('asks-price', calling, drawn, message);
  await call('POST', '/api/flows', { xml });
  // when the call is told what goes in and what comes out
  await page.goto('/flows/asks-price');
  await step('ask').click();
  const given = page.getByRole('group', { name: 'What it is given' });
  await given.getByRole('button', { name: 'amount' }).click();
  await given.getByRole('textbox', { name: 'Value here' }).click();
  await page.keyboard.type('1200');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'What comes back' }).getByRole('button', { name: 'price' }).click();
  // and the event waits for an hour as well, for both
  await step('wait').click();
  await page.getByRole('button', { name: 'Wait for something else too' }).click();
  await expect(page.getByRole('group', { name: 'A message' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'A time' })).toBeVisible();
  await page.getByLabel('Goes on when').selectOption('all of them have come');
  await page.getByRole('group', { name: 'A time' }).getByLabel('Kind of time').selectOption('After a while');
  await page.getByRole('button', { name: 'Deploy…' }).click();
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(page.getByText(/runs as version 2/)).toBeVisible();
  // then that is what runs
  const deployed = (await call<{ xml: string }>('GET', '/api/flows/asks-price/versions/2')).xml;
  expect(deployed).toContain('<relata:in source="1200" target="amount"');
  expect(deployed).toContain('<relata:out source="price" target="price"');
  expect(deployed).toContain('parallelMultiple="true"');
  expect(deployed).toContain('timerEventDefinition');
});

const diagramOf = (id: string, inner: string, drawn: string, roots = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:relata="urn:relata:bpmn:1" id="d_${id}" targetNamespace="urn:test">${roots}
<bpmn:process id="${id}" name="${id}" isExecutable="true">${inner}</bpmn:process>${
    drawn &&
    `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${id}">${drawn}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
  }</bpmn:definitions>`;

const shape = (of: string, x: number, size: number): string =>
  `<bpmndi:BPMNShape id="${of}_di" bpmnElement="${of}"><dc:Bounds x="${x}" y="${140 - (size > 50 ? 40 : 18)}" width="${size}" height="${size > 50 ? 80 : 36}"/></bpmndi:BPMNShape>`;

const edge = (of: string, from: number, to: number): string =>
  `<bpmndi:BPMNEdge id="${of}_di" bpmnElement="${of}"><di:waypoint x="${from}" y="140"/><di:waypoint x="${to}" y="140"/></bpmndi:BPMNEdge>`;
