/**
 * Key and name of the first executable process of a BPMN file, else of the first process; null when the text is
 * none. Reads the browser's own XML parser, so that a list of flows need not load the modeler.
 */
export const processHead = (xml: string): { key: string; name: string } | null => {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  const processes = [
    ...file.getElementsByTagNameNS('http://www.omg.org/spec/BPMN/20100524/MODEL', 'process'),
  ];
  const process = processes.find((each) => each.getAttribute('isExecutable') === 'true') ?? processes[0];
  const key = process?.getAttribute('id');
  return key ? { key, name: process?.getAttribute('name') ?? '' } : null;
};
