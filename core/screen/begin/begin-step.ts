/** One thing to do in a new company, as data; its words stand under `<plugin>.begin.<id>`, with `.help` below. */
export interface BeginStep {
  id: string;
  icon: string;
  /** Where it is done. */
  href: string;
  /** Only for who has it. */
  permission?: string;
  /** Only for who may create records of this entity; done when they see one. Else it is done when it was opened. */
  entity?: string;
}
