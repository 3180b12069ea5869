/**
 * The graph: what deployment makes of one executable process and what `step` runs. Plain JSON, stored with its
 * version; expressions stay text. Ids are those of the XML, so that history, incidents and tokens point into
 * the diagram.
 */
export interface Graph {
  format: 1;
  /** The process id. */
  key: string;
  name: string;
  /** The entity the flow is about: `$subject`. */
  subject: string | null;
  history: HistoryLevel;
  /** How long history is kept: an ISO 8601 duration. */
  retention: string | null;
  /** Missing names are errors. */
  isStrict: boolean;
  nodes: Record<string, FlowNode>;
  flows: Record<string, SequenceFlow>;
  /** The process, under its key, and every sub-process. */
  scopes: Record<string, ScopeDefinition>;
  /** What starts an instance, for whoever listens. */
  starts: StartTrigger[];
}

/** `data` is for trials: `full`, and with each entry the variables that its token sees. */
export type HistoryLevel = 'none' | 'activity' | 'full' | 'data';

export interface ScopeDefinition {
  /** Where tokens are put when the scope begins: the none start, or all that nothing leads to. */
  entry: string[];
  /** Data objects, stores and properties: there from the beginning, and its own. */
  data?: string[];
  /** All start events that stand directly in it. */
  starts: string[];
  /** Event sub-processes that stand directly in it. */
  eventSubProcesses?: EventSubProcess[];
}

export interface EventSubProcess {
  node: string;
  /** Its start event: what it waits for or catches. */
  start: string;
  isInterrupting: boolean;
}

export interface SequenceFlow {
  id: string;
  source: string;
  target: string;
  name?: string;
  condition?: string;
}

export interface FlowNode {
  id: string;
  /** BPMN type in camelCase, such as `userTask`. */
  type: string;
  name: string;
  /** The process or sub-process it stands in. */
  scope: string;
  incoming: string[];
  outgoing: string[];
  /** The default sequence flow. */
  default?: string;
  /** Boundary events on this activity. */
  boundary?: string[];
  /** Boundary events: the activity. */
  attachedTo?: string;
  /** Boundary events: whether the activity ends; start events of event sub-processes: whether the scope around does. */
  isInterrupting?: boolean;
  /** Sub-processes that no token comes to: an event begins them. */
  isTriggeredByEvent?: boolean;
  /** The start event of an event sub-process: which one it begins. */
  begins?: string;
  /** Complex gateways: when enough tokens have come. */
  activationCondition?: string;
  /** Activities that can be undone: what undoes them. */
  compensation?: string;
  /** Undoes another activity; no token comes to it by the flow. */
  isForCompensation?: boolean;
  adHoc?: AdHocDefinition;
  /** Stands directly in an ad-hoc sub-process, which is told when it completes. */
  isAdHocPart?: boolean;
  event?: EventDefinition;
  /** Several definitions, in place of one: any of them, or all where it is parallel multiple. */
  events?: EventDefinition[];
  isParallelMultiple?: boolean;
  /** Event-based gateways and receive tasks: what happens there starts an instance. */
  instantiates?: 'exclusive' | 'parallel';
  task?: TaskBinding;
  decision?: DecisionBinding;
  message?: MessageDefinition;
  script?: ScriptDefinition;
  work?: WorkDefinition;
  /** Sub-processes: data in and out. */
  mapping?: ScopeMapping;
  call?: CallDefinition;
  /** Data associations: names that its expressions see, and variables that it sets when it is done. */
  data?: ScopeMapping;
  loop?: LoopDefinition;
  /** Tokens that must have arrived before the activity begins; 1 when absent. */
  startQuantity?: number;
  /** Tokens it puts on each flow it takes; 1 when absent. */
  completionQuantity?: number;
  /** Trials: JSONata of what stands in for its outcome. */
  example?: string;
  /** Trials: how long it takes, an ISO 8601 duration. */
  estimate?: string;
}

export type EventDefinition =
  | { kind: 'timer'; timer: TimerDefinition }
  | ({ kind: 'message' } & MessageDefinition)
  | { kind: 'signal'; name: string; payload?: NamedExpression[] }
  | { kind: 'conditional'; condition: string; record?: RecordTrigger }
  | { kind: 'error'; code: string | null; message?: string; codeVariable?: string; messageVariable?: string }
  | { kind: 'escalation'; code: string | null; codeVariable?: string }
  /** Throwing: the activity alone, or all that completed in the scope; `isAwaited` false goes on at once. */
  | { kind: 'compensation'; activity?: string; isAwaited?: boolean }
  | { kind: 'cancel' }
  | { kind: 'link'; name: string; target?: string }
  | { kind: 'terminate' };

export interface TimerDefinition {
  type: 'date' | 'duration' | 'cycle';
  /** A literal (`PT1H`, `R3/PT1H`, `cron: 0 9 * * MON-FRI`), else JSONata that gives one. */
  text: string;
  /** Whose business time it counts: the id of a calendar, else JSONata that gives one; the company's when absent. */
  calendar?: string;
}

/** What of it is done, how often and in which order, people and rules decide. */
export interface AdHocDefinition {
  isSequential: boolean;
  /** Asked whenever something in it has completed; without one it ends when nothing runs any more. */
  completionCondition?: string;
  /** What still runs then is cancelled; else it is waited for. */
  isCancelling: boolean;
  /** JSONata that gives the ids of what begins by itself: asked at first and whenever something has completed. */
  activate?: string;
  /** What can be activated: all that no flow leads to. */
  parts: string[];
  /** The role that its lane names: whoever has it may activate. */
  laneRole?: string;
}

export interface MessageDefinition {
  /** Empty: a receive task without a message. */
  name: string;
  correlationKey?: string;
  payload?: NamedExpression[];
}

export type LoopDefinition = StandardLoop | MultiInstance;

export interface StandardLoop {
  kind: 'standard';
  testBefore: boolean;
  maximum?: number;
  condition?: string;
}

export interface MultiInstance {
  kind: 'multi';
  isSequential: boolean;
  cardinality?: string;
  collection?: string;
  elementVariable?: string;
  completionCondition?: string;
  behavior: 'none' | 'one' | 'all' | 'complex';
  /** Thrown when the first completes; where absent, a signal with the activity's id. */
  oneEvent?: EventDefinition;
  /** Thrown whenever one completes; where absent, a signal with the activity's id. */
  noneEvent?: EventDefinition;
  complex?: { condition: string; event: EventDefinition }[];
  outputCollection?: string;
  outputElement?: string;
}

export interface RecordTrigger {
  entity: string;
  on: ('created' | 'updated')[];
}

/** `name` gets the value of the JSONata `value`. */
export interface NamedExpression {
  name: string;
  value: string;
}

export interface TaskBinding {
  type: string;
  inputs: NamedExpression[];
  /** Over the result; an empty value is the whole result. */
  outputs: NamedExpression[];
  retries: { times: number; backoffMs: number };
}

/** The decision that a business rule task asks for. */
export interface DecisionBinding {
  ref: string;
  /** `deployment`: the latest of those that were there when the flow was deployed. */
  version: 'latest' | 'deployment' | number;
  /** What it is told; all variables where nothing is mapped. */
  inputs: NamedExpression[];
  /** The variable that gets the result. */
  result?: string;
}

export interface ScriptDefinition {
  source: string;
  resultVariable?: string;
}

export interface WorkDefinition {
  /** What is to be done, in plain words: the element's documentation. */
  help?: string;
  assignee?: string;
  candidateUsers?: string;
  candidateRoles?: string;
  /** The role its lane names, where it has no assignment of its own. */
  laneRole?: string;
  due?: string;
  followUp?: string;
  /** As that of a timer: for due and follow-up dates in business time. */
  calendar?: string;
  priority?: string;
  form: { screen: string } | { fields: FormField[] } | null;
}

export interface FormField {
  id: string;
  type: string;
  label?: string;
  required?: boolean;
  entity?: string;
  /** JSONata: what the field shows first. */
  value?: string;
  /** JSONata over the other fields of the form: whether it is shown, and whether it must be filled in. */
  visible?: string;
  requiredIf?: string;
  options?: { value: string; label: string }[];
}

/** What a call activity starts: an instance of its own, that answers when it ends. */
export interface CallDefinition {
  /** The key of the called flow, or JSONata that gives it. */
  flow: { key: string } | { expression: string };
  /** `deployment`: the version that came with the file of the caller. */
  binding: 'latest' | 'deployment' | 'version';
  version?: number;
  in: NamedExpression[];
  /** Over the variables of the called instance at its end. */
  out: NamedExpression[];
  hasAllIn?: boolean;
  hasAllOut?: boolean;
  /** JSONata; the caller's own where absent. */
  businessKey?: string;
}

export interface ScopeMapping {
  in: NamedExpression[];
  out: NamedExpression[];
}

/** A start event as seen from outside: the shell makes subscriptions and jobs of it. */
export type StartTrigger = {
  event: string;
  /** Which of several definitions; the only one when absent. */
  part?: number;
  /** The others of the event must happen too: the instance that one of them made waits for them. */
  isParallel?: boolean;
} & (
  | { kind: 'none' }
  | { kind: 'message'; name: string; correlationKey?: string }
  | { kind: 'signal'; name: string }
  | { kind: 'timer'; timer: TimerDefinition }
  | { kind: 'conditional'; condition: string; record?: RecordTrigger }
);
