import { withExtension } from '../../moddle/extension.ts';
import { childrenOf, textOf, type CreateElement, type ModdleElement } from '../../moddle/moddle-element.ts';
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

  /** A property that holds an expression; empty text removes it. */
  expression(element: DiagramElement, part: ModdleElement, change: { name: string; source: string }): void {
    this.inside(element, part, { [change.name]: this.formal(part, change.source) });
  }

  formal(parent: ModdleElement, body: string): ModdleElement | undefined {
    if (body.trim() === '') return undefined;
    const expression = this.create('bpmn:FormalExpression', { body });
    expression.$parent = parent;
    return expression;
  }

  /** Several changes as one step of undo. */
  many(changes: Change[]): void {
    this.commandStack.execute('relata.change-many', { changes });
  }

  /**
   * Lets `part` refer to the message, error or signal of this identity, made when the file has none yet.
   * `identity` is its name, for errors the code.
   */
  refer(element: DiagramElement, part: ModdleElement, to: Reference): void {
    const definitions = definitionsOf(element.businessObject);
    const roots = childrenOf(definitions, 'rootElements');
    if (!to.identity.trim() || !definitions) return this.inside(element, part, { [to.property]: undefined });
    const key = to.type === 'bpmn:Error' ? 'errorCode' : 'name';
    const found = roots.find((root) => root.$type === to.type && textOf(root, key) === to.identity);
    if (found) return this.inside(element, part, { [to.property]: found });
    const made = this.create(to.type, { name: to.identity, [key]: to.identity });
    made.$parent = definitions;
    this.many([
      { element, part: definitions, properties: { rootElements: [...roots, made] } },
      { element, part, properties: { [to.property]: made } },
    ]);
  }
}

export interface Reference {
  property: 'messageRef' | 'errorRef' | 'signalRef';
  type: 'bpmn:Message' | 'bpmn:Error' | 'bpmn:Signal';
  identity: string;
}

const definitionsOf = (element: ModdleElement): ModdleElement | undefined => {
  let at: ModdleElement | undefined = element;
  while (at && at.$type !== 'bpmn:Definitions') at = at.$parent;
  return at;
};
