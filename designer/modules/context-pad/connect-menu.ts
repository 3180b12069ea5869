import type { DiagramElement, ElementRegistry, Selection } from '../services.ts';
import type { StepSource } from './append-menu.ts';

export const connectMenuId = 'relata-connect';

interface PopupMenu {
  registerProvider(id: string, provider: ConnectMenu): void;
  close(): void;
}

interface Rules {
  /** What the connection would be; false where there can be none. */
  allowed(rule: 'connection.create', context: { source: DiagramElement; target: DiagramElement }): unknown;
}

interface Connecting {
  connect(source: DiagramElement, target: DiagramElement): DiagramElement;
}

/** The menu of what a step can be connected with, by name: the way of who draws without a mouse. */
export class ConnectMenu {
  static $inject = ['popupMenu', 'elementRegistry', 'rules', 'modeling', 'selection', 'config.stepSource'];
  private readonly popupMenu: PopupMenu;
  private readonly elementRegistry: ElementRegistry;
  private readonly rules: Rules;
  private readonly modeling: Connecting;
  private readonly selection: Selection;
  private readonly source: StepSource;

  constructor(
    popupMenu: PopupMenu,
    elementRegistry: ElementRegistry,
    rules: Rules,
    modeling: Connecting,
    selection: Selection,
    source: StepSource,
  ) {
    this.popupMenu = popupMenu;
    this.elementRegistry = elementRegistry;
    this.rules = rules;
    this.modeling = modeling;
    this.selection = selection;
    this.source = source;
    popupMenu.registerProvider(connectMenuId, this);
  }

  canConnect(element: DiagramElement): boolean {
    return this.targets(element).length > 0;
  }

  /** Called by diagram-js. */
  getPopupMenuEntries(element: DiagramElement): Record<string, object> {
    return Object.fromEntries(
      this.targets(element).map((target) => [target.id, this.entry(element, target)]),
    );
  }

  private entry(source: DiagramElement, target: DiagramElement): object {
    return {
      label: this.source.said(target),
      action: () => {
        this.popupMenu.close();
        this.modeling.connect(source, target);
        this.selection.select(target);
      },
    };
  }

  private targets(source: DiagramElement): DiagramElement[] {
    const linked = new Set((source.outgoing ?? []).map((way) => way.target?.id));
    return this.elementRegistry.filter(
      (target) =>
        target !== source &&
        !linked.has(target.id) &&
        !target.labelTarget &&
        !target.waypoints &&
        target.parent !== undefined &&
        Boolean(this.rules.allowed('connection.create', { source, target })),
    );
  }
}
