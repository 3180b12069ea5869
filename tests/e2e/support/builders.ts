/** What an administrator does again and again in the builders, by the words that are on the screen. */
import { expect, type Locator, type Page } from '@playwright/test';
import { axeFindsNothing } from './axe.ts';

export function builders(page: () => Page) {
  const button = (name: string | RegExp) =>
    page().getByRole('button', { name, exact: typeof name === 'string' });
  const box = (name: string) => page().getByRole('textbox', { name, exact: true });
  const panel = () => page().locator('rl-side-panel');
  const dialog = () => page().locator('rl-dialog[open]');
  const flowPanel = () => page().locator('rl-flow-panel');
  const choose = (label: string, option: string) =>
    page().getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  const say = (name: string, option: string) =>
    flowPanel().getByRole('combobox', { name, exact: true }).selectOption({ label: option });
  const pick = (label: string, option: string) =>
    panel().getByLabel(label).first().selectOption({ label: option });

  async function newEntity(one: string, many: string): Promise<void> {
    await page().goto('/settings/entities');
    await button('New entity').click();
    await box('Name of one').fill(one);
    await box('Name of many').fill(many);
    await box('Name of many').press('Enter');
    await expect(page().getByRole('heading', { name: many })).toBeVisible();
  }

  async function addField(label: string, type: string, more?: () => Promise<unknown>): Promise<void> {
    await button('Add a field').first().click();
    await panel().getByRole('textbox', { name: 'Label', exact: true }).fill(label);
    await pick('Type', type);
    await more?.();
    await panel().getByRole('button', { name: 'Add a field' }).click();
    await expect(panel()).toHaveCount(0);
  }

  async function options(...words: string[]): Promise<void> {
    for (const word of words) {
      await panel().getByRole('button', { name: 'Add an option' }).click();
      await page().keyboard.type(word);
    }
  }

  async function addCondition(place: Locator, field: string): Promise<void> {
    await place.getByRole('button', { name: 'Add a condition' }).click();
    await place.getByRole('button', { name: /^Field: Choose/ }).click();
    await page().keyboard.type(field);
    await page().keyboard.press('Enter');
  }

  async function useField(place: Locator, field: string): Promise<void> {
    await place.getByRole('button', { name: 'Use a field' }).click();
    await page().keyboard.type(field);
    await page().keyboard.press('Enter');
  }

  async function apply(): Promise<void> {
    await panel().getByRole('button', { name: 'Apply' }).click();
    await expect(panel()).toHaveCount(0);
  }

  async function askPerson(name: string, who: string): Promise<void> {
    await button('Ask a person').click();
    await flowPanel().getByLabel('Name', { exact: true }).fill(name);
    await say('Who', who);
  }

  async function newScreen(name: string, kind: string): Promise<void> {
    await page().goto('/settings/screens');
    await button('New screen').click();
    await box('Name').fill(name);
    await choose('Kind', kind);
    await choose('Records of', 'Loans');
    await button('Create').click();
    await expect(page().getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  async function saveScreen(): Promise<void> {
    await button('Save').click();
    await expect(page().getByText('Everybody sees it from now on').last()).toBeVisible();
    await axeFindsNothing(page());
  }

  async function newRecord(values: Record<string, string>): Promise<void> {
    await button('New').first().click();
    for (const [label, value] of Object.entries(values)) await dialog().getByLabel(label).fill(value);
    await button('Create').click();
    await expect(dialog()).toBeHidden();
  }

  async function deploy(note: string, version: number): Promise<void> {
    await button('Deploy…').click();
    await page().getByLabel('What is new, and why').fill(note);
    await button('Deploy').click();
    await expect(page().getByText(`runs as version ${version} from now on`)).toBeVisible();
  }

  /** Answers the link by which they choose a password. */
  async function invite(person: { name: string; email: string; role: string }): Promise<string> {
    await page().goto('/settings/people');
    await button('Add a person').click();
    await page().getByLabel('Name').fill(person.name);
    await page().getByLabel('E-mail (to sign in)').fill(person.email);
    await page().getByLabel(person.role).check();
    await button('Save').click();
    return page().getByLabel('Invitation link').inputValue();
  }

  const seen = { button, box, panel, dialog, flowPanel };
  return {
    ...seen,
    choose,
    say,
    pick,
    newEntity,
    addField,
    options,
    addCondition,
    useField,
    apply,
    askPerson,
    newScreen,
    saveScreen,
    newRecord,
    deploy,
    invite,
  };
}
