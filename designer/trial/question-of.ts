/** What a diagram says about the records it is tried on, read from its text: it need not be deployed. */
export interface AskedOf {
  entity: string | null;
  /** Changes of records start it: there is a “last month” to look at. */
  hasRecordStart: boolean;
}

const space = 'urn:relata:bpmn:1';

export function askedOf(xml: string): AskedOf {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  const process = [...file.getElementsByTagNameNS('*', 'process')].find(
    (one) => one.getAttribute('isExecutable') !== 'false',
  );
  const record = process?.getElementsByTagNameNS(space, 'record')[0];
  return {
    entity: process?.getAttributeNS(space, 'subject') ?? record?.getAttribute('entity') ?? null,
    hasRecordStart: record !== undefined,
  };
}
