import { withExtension, withExtensions } from '../../moddle/extension.ts';
import { formal } from '../../moddle/formal.ts';
import type { CreateElement, ModdleElement } from '../../moddle/moddle-element.ts';
import { RootElements, type RootType } from '../../moddle/root-elements.ts';
import type { BpmnFactory, CommandStack, DiagramElement, Modeling } from '../services.ts';
import { ChangeManyHandler, type Change } from './change-many-handler.ts';

/** The one door of the panel to the diagram: all goes through the command stack. */
export class Edit {
  static $inject = ['commandStack', 'modeling', 'bpmnFactory'];
  readonly create: CreateElement;
  private readonly commandStack: CommandStack;
  private readonly modeling: Modeling;

  constructor(commandStack: CommandStack, modeling: Modeling, bpmnFactory: BpmnFactory) {
    this.commandStack = commandStack;
    this.modeling = modeling;
    this.create = (type, properties) => bpmnFactory.create(type, properties);
    commandStack.registerHandler('relata.change-many', ChangeManyHandler);
  }

  /** Properties of the element itself; undefined removes one. */
  properties(element: DiagramElement, properties: Record<string, unknown>): void {
    this.modeling.updateProperties(element, properties);
  }

  /** Properties of something inside the element, such as its event definition. */
  inside(element: DiagramElement, part: ModdleElement, properties: Record<string, unknown>): void {
    this.modeling.updateModdleProperties(element, part, properties);
  }

  /** Puts, replaces or removes (`null`) the extension of a type; those of other tools stay. */
  extension(element: DiagramElement, type: string, value: ModdleElement | null): void {
    this.extensionInside(element, element.businessObject, { type, value });
  }

  /** The same for something inside the element. */
  extensionInside(
    element: DiagramElement,
    part: ModdleElement,
    change: { type: string; value: ModdleElement | null },
  ): void {
    const extensionElements = withExtension({ create: this.create, element: part, ...change });
    this.modeling.updateModdleProperties(element, part, { extensionElements });
  }

  /** All extensions of a type at once, such as what a call is given. */
  extensions(
    element: DiagramElement,
    part: ModdleElement,
    change: { type: string; values: ModdleElement[] },
  ): void {
    const extensionElements = withExtensions({ create: this.create, element: part, ...change });
    this.modeling.updateModdleProperties(element, part, { extensionElements });
  }

  /** A property that holds an expression; empty text removes it. */
  expression(element: DiagramElement, part: ModdleElement, change: { name: string; source: string }): void {
    this.inside(element, part, { [change.name]: this.formal(part, change.source) });
  }

  formal(parent: ModdleElement, body: string): ModdleElement | undefined {
    return formal(this.create, parent, body);
  }

  /** Several changes as one step of undo. */
  many(changes: Change[]): void {
    this.commandStack.execute('relata.change-many', { changes });
  }

  /**
   * Lets `part` refer to the message, error, signal or escalation of this identity, made when the file has none
   * yet. `identity` is its name, for errors and escalations the code.
   */
  refer(element: DiagramElement, part: ModdleElement, { property, ...to }: Reference): void {
    if (!to.identity.trim()) return this.inside(element, part, { [property]: undefined });
    this.withRoots(element, (roots) => [
      { element, part, properties: { [property]: roots.root(to.type, to.identity) } },
    ]);
  }

  /** Changes that refer to root elements of the file; those that it lacks are made in the same step of undo. */
  withRoots(element: DiagramElement, changesWith: (roots: RootElements) => Change[]): void {
    const roots = new RootElements(this.create, element.businessObject);
    const changes = changesWith(roots);
    const properties = roots.properties();
    this.many(properties ? [{ element, part: roots.definitions, properties }, ...changes] : changes);
  }
}

export interface Reference {
  property: 'messageRef' | 'errorRef' | 'signalRef' | 'escalationRef';
  type: RootType;
  identity: string;
}
