import type { CreateElement, ModdleElement } from '../moddle/moddle-element.ts';

/** An element on the canvas: shape, connection or the root, with what it stands for. */
export interface DiagramElement {
  id: string;
  type: string;
  businessObject: ModdleElement;
  /** What draws it in the file. */
  di: ModdleElement;
  parent?: DiagramElement;
  host?: DiagramElement;
  source?: DiagramElement;
  target?: DiagramElement;
  children?: DiagramElement[];
  incoming?: DiagramElement[];
  outgoing?: DiagramElement[];
  attachers?: DiagramElement[];
  labels?: DiagramElement[];
  labelTarget?: DiagramElement;
  waypoints?: Point[];
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface EventBus {
  on<Event>(events: string | string[], listener: (event: Event) => unknown): void;
  on<Event>(events: string | string[], priority: number, listener: (event: Event) => unknown): void;
  fire(event: string, payload?: Record<string, unknown>): unknown;
}

export interface CommandStack {
  execute(command: string, context: object): void;
  registerHandler(command: string, handler: unknown): void;
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

export interface Modeling {
  updateProperties(element: DiagramElement, properties: Record<string, unknown>): void;
  updateModdleProperties(
    element: DiagramElement,
    moddleElement: ModdleElement,
    properties: Record<string, unknown>,
  ): void;
  createShape(
    shape: DiagramElement,
    position: Point,
    target: DiagramElement,
    hints?: { attach?: boolean },
  ): DiagramElement;
  moveShape(shape: DiagramElement, by: Point): void;
  removeElements(elements: DiagramElement[]): void;
  createSpace(
    moving: DiagramElement[],
    resizing: DiagramElement[],
    delta: Point,
    direction: string | undefined,
    start: number,
  ): void;
}

export interface Canvas {
  getRootElement(): DiagramElement;
  getContainer(): HTMLElement;
  /** Answers what is in view; given a box, shows that. */
  viewbox(box?: { x: number; y: number; width: number; height: number }): {
    x: number;
    y: number;
    width: number;
    height: number;
    inner: { x: number; y: number; width: number; height: number };
    outer: { width: number; height: number };
  };
  zoom(level?: number | 'fit-viewport', center?: Point | 'auto'): number;
  scrollToElement(element: DiagramElement | string, padding?: number): void;
  addMarker(element: DiagramElement | string, marker: string): void;
  removeMarker(element: DiagramElement | string, marker: string): void;
  focus(): void;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  filter(test: (element: DiagramElement) => boolean): DiagramElement[];
}

export interface ElementFactory {
  createShape(attributes: Record<string, unknown>): DiagramElement;
  createParticipantShape(): DiagramElement;
}

export interface Overlays {
  add(
    element: DiagramElement | string,
    type: string,
    overlay: { position: Record<string, number>; html: HTMLElement; show?: Record<string, number> },
  ): string;
  /** By id, or all of a type. */
  remove(filter: string | { type: string }): void;
}

export interface Selection {
  get(): DiagramElement[];
  select(element: DiagramElement | DiagramElement[] | null): void;
}

export interface Create {
  start(event: Event, shape: DiagramElement, context?: { source?: DiagramElement }): void;
}

export interface AutoPlace {
  append(source: DiagramElement, shape: DiagramElement): DiagramElement;
}

export interface BpmnFactory {
  create: CreateElement;
}

export type Translate = (template: string, replacements?: Record<string, string>) => string;

/** How a part of diagram-js is declared: names to what makes them. */
export type ModuleDeclaration = Record<string, unknown>;
