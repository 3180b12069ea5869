/** The one door to dmn-js, loaded when a table is first edited. */
import DmnModeler from 'dmn-js/lib/Modeler';
import { translate } from './dmn-words.ts';
import { policyOf, type DrawnTable } from './policy-of.ts';
import { plainPunctuationModule } from './plain-punctuation.ts';
import { typeWordsModule } from './type-words.ts';

export interface DmnView {
  /** Of the decision; empty for the diagram of requirements. */
  id: string;
  name: string;
  kind: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';
  /** Of a table: its hit policy, with how it collects: `FIRST`, `COLLECT SUM`. */
  policy?: string;
}

interface RawView {
  id: string;
  name?: string;
  type: DmnView['kind'];
  element: { id: string; name?: string; decisionLogic?: DrawnTable };
}

interface Viewer {
  get<Service>(name: string): Service;
}

interface Stack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

/** One open DMN file: what the screen around it reads and does. */
export class DmnSession {
  private readonly modeler: DmnModeler;

  constructor(container: HTMLElement, changed: () => void) {
    const words = { additionalModules: [{ translate: ['value', translate] }] };
    const typed = { additionalModules: [...words.additionalModules, plainPunctuationModule] };
    this.modeler = new DmnModeler({
      container,
      drd: words,
      decisionTable: { additionalModules: [...typed.additionalModules, typeWordsModule] },
      literalExpression: typed,
    });
    this.modeler.on('views.changed', () => {
      this.listen(changed);
      changed();
    });
  }

  /** Opens a file at one of its decisions. Throws when it is no DMN. */
  async open(xml: string, key: string): Promise<void> {
    await this.modeler.importXML(xml);
    await this.show(key);
  }

  async xml(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  views(): DmnView[] {
    return (this.modeler.getViews() as RawView[]).map(({ type, element }) => ({
      id: type === 'drd' ? '' : element.id,
      name: element.name ?? element.id,
      kind: type,
      ...(type === 'decisionTable' && { policy: policyOf(element.decisionLogic) }),
    }));
  }

  active(): DmnView | undefined {
    const active = this.modeler.getActiveView() as RawView | undefined;
    return active && this.views().find(({ id }) => id === (active.type === 'drd' ? '' : active.element.id));
  }

  async show(id: string): Promise<void> {
    const views = this.modeler.getViews() as RawView[];
    const wanted = views.find(({ type, element }) => (id === '' ? type === 'drd' : element.id === id));
    if (wanted) await this.modeler.open(wanted);
  }

  stack(): Stack | undefined {
    return this.viewer()?.get<Stack>('commandStack');
  }

  close(): void {
    this.modeler.destroy();
  }

  private viewer(): Viewer | undefined {
    return this.modeler.getActiveViewer() as Viewer | undefined;
  }

  /** Each view has an event bus of its own. */
  private listen(changed: () => void): void {
    const viewer = this.viewer();
    if (!viewer || listened.has(viewer)) return;
    listened.add(viewer);
    viewer
      .get<{ on(event: string, listener: () => void): void }>('eventBus')
      .on('commandStack.changed', changed);
  }
}

const listened = new WeakSet<Viewer>();
