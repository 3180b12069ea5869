import { deploy, placeOf, saidOf, sentence } from '../../core/flow/deploy/index.ts';
import { drawingOf } from '../../core/flow/deploy/drawing.ts';
import type { Source } from '../../core/flow/deploy/source.ts';
import { translateFile } from '../../core/flow/deploy/translate/translate-file.ts';
import { childOf, childrenOf, idOf, isA, nameOf, type ModdleElement } from './moddle-element.ts';
import { readDiagram, writeDiagram, type ReadDiagram } from './read-diagram.ts';

/** A file as it can go on here. */
export interface TakenOver {
  xml: string;
  /** Of the process that becomes the flow. */
  key: string;
  name: string;
  /** How many settings and expressions of another tool are said in ours now. */
  translated: number;
  /** Those without a counterpart, by the name of the step that they stand at. */
  untranslated: { step: string; from: string }[];
  /** It was drawn to be read only, and can run now. */
  isMadeToRun: boolean;
}

/**
 * Reads a BPMN file of any tool: what the tool says in extensions of its own is said in ours, and what was drawn to be
 * read is marked to run. With `as` it becomes that flow. Throws with a sentence in `locale` where it is no BPMN.
 */
export async function takeOver(
  source: string,
  { locale, as }: { locale: 'en' | 'zh-CN'; as?: { key: string; name?: string } },
): Promise<TakenOver> {
  const file = await readDiagram(source).catch(() => null);
  if (!file) throw new Error(await whatIsWrong(source, locale));
  const { definitions, byId, create } = file;
  // The reader's own elements are what it makes.
  const make = (type: string, attributes: Record<string, unknown>) =>
    create(type, attributes) as unknown as Source;
  const of = { xml: source, definitions: definitions as unknown as Source, create: make };
  const { translations, untranslated } = translateFile(of);
  const isMadeToRun = makeToRun(definitions);
  const processes = childrenOf(definitions, 'rootElements').filter((root) => isA(root, 'bpmn:Process'));
  const process = processes.find(isExecutable) ?? processes[0];
  if (!process) throw new Error(await whatIsWrong(source, locale));
  if (!nameOf(process)) process.set('name', poolName(definitions, process) || undefined);
  if (as) rename(file, process, as);
  const drawing = drawingOf([...byId.values()]);
  const stepOf = (id: string | null): string => {
    const place = id !== null && !nameOf(byId.get(id)) ? placeOf(id, drawing) : undefined;
    return place ? saidOf(place, locale) : nameOf(byId.get(id ?? '')) || (id ?? '');
  };
  const isChanged = translations.length > 0 || isMadeToRun || as !== undefined;
  return {
    xml: isChanged ? await writeDiagram(definitions) : source,
    key: idOf(process),
    name: nameOf(process),
    translated: translations.filter(({ to }) => to !== '').length,
    untranslated: untranslated.map(({ element, from }) => ({ step: stepOf(element), from })),
    isMadeToRun,
  };
}

const isExecutable = (process: ModdleElement): boolean => process.get('isExecutable') === true;

/** Where none is: every process with steps. */
function makeToRun(definitions: ModdleElement): boolean {
  const processes = childrenOf(definitions, 'rootElements').filter((root) => isA(root, 'bpmn:Process'));
  if (processes.some(isExecutable)) return false;
  const withSteps = processes.filter((process) => childrenOf(process, 'flowElements').length > 0);
  for (const process of withSteps) process.set('isExecutable', true);
  return withSteps.length > 0;
}

/** Many tools name the pool and not what is in it. */
const poolName = (definitions: ModdleElement, process: ModdleElement): string =>
  nameOf(
    childrenOf(definitions, 'rootElements')
      .flatMap((root) => (isA(root, 'bpmn:Collaboration') ? childrenOf(root, 'participants') : []))
      .find((pool) => childOf(pool, 'processRef') === process),
  );

/** References in the file lead to the element, and go with it. */
function rename({ byId }: ReadDiagram, process: ModdleElement, as: { key: string; name?: string }): void {
  const taken = byId.get(as.key);
  if (taken && taken !== process) taken.set('id', `${as.key}_1`);
  process.set('id', as.key);
  if (as.name) process.set('name', as.name);
}

/** In the words of the deployment, which would refuse it for the same. */
async function whatIsWrong(source: string, locale: 'en' | 'zh-CN'): Promise<string> {
  const { errors } = await deploy(source, { taskTypes: new Map() });
  return errors.map((problem) => sentence(problem, locale))[0] ?? '';
}
