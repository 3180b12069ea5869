/** A BPMN file of one flow, from the elements of its process. */
export const flowFile = (key: string, elements: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="bench" targetNamespace="bench">
<bpmn:signal id="everybody" name="everybody"/>
<bpmn:process id="${key}" isExecutable="true" relata:history="full">
${elements}
</bpmn:process></bpmn:definitions>`;

export const sequence = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((id, at) => `<bpmn:sequenceFlow id="f_${ids[at]}_${id}" sourceRef="${ids[at]}" targetRef="${id}"/>`)
    .join('\n');
