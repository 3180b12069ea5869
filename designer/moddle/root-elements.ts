import { childrenOf, textOf, type CreateElement, type ModdleElement } from './moddle-element.ts';

export type RootType = 'bpmn:Message' | 'bpmn:Error' | 'bpmn:Signal' | 'bpmn:Escalation';

/** What a file's elements refer to: found in it, else made. */
export class RootElements {
  readonly definitions: ModdleElement;
  private readonly create: CreateElement;
  private readonly roots: ModdleElement[];

  constructor(create: CreateElement, at: ModdleElement) {
    this.create = create;
    this.definitions = definitionsOf(at);
    this.roots = [...childrenOf(this.definitions, 'rootElements')];
  }

  /** The message, signal, error or escalation of this name, for the latter two of this code. */
  root(type: RootType, identity: string): ModdleElement {
    const key = identities[type];
    const found = this.find((root) => root.$type === type && textOf(root, key) === identity);
    return found ?? this.add(this.create(type, { name: identity, [key]: identity }));
  }

  find(test: (root: ModdleElement) => boolean): ModdleElement | undefined {
    return this.roots.find(test);
  }

  add(made: ModdleElement): ModdleElement {
    made.$parent = this.definitions;
    this.roots.push(made);
    return made;
  }

  /** What the file is to hold; null when nothing was made. */
  properties(): { rootElements: ModdleElement[] } | null {
    const before = childrenOf(this.definitions, 'rootElements').length;
    return this.roots.length > before ? { rootElements: this.roots } : null;
  }
}

const identities: Record<RootType, string> = {
  'bpmn:Message': 'name',
  'bpmn:Signal': 'name',
  'bpmn:Error': 'errorCode',
  'bpmn:Escalation': 'escalationCode',
};

const definitionsOf = (element: ModdleElement): ModdleElement => {
  let at = element;
  while (at.$parent && at.$type !== 'bpmn:Definitions') at = at.$parent;
  return at;
};
