export interface NewFlow {
  key: string;
  name: string;
  /** Id of the entity the flow is about; empty for none. */
  subject: string;
  startName: string;
  endName: string;
}

/** A diagram of a start and an end, ready to be drawn on. */
export const newDiagram = (flow: NewFlow): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="definitions" targetNamespace="urn:relata:flows">
  <bpmn:process id="${escape(flow.key)}" name="${escape(flow.name)}" isExecutable="true"${
    flow.subject ? ` relata:subject="${escape(flow.subject)}"` : ''
  }>
    <bpmn:startEvent id="start" name="${escape(flow.startName)}">
      <bpmn:outgoing>start-to-end</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:endEvent id="end" name="${escape(flow.endName)}">
      <bpmn:incoming>start-to-end</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="start-to-end" sourceRef="start" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${escape(flow.key)}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start">
        <dc:Bounds x="160" y="182" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end">
        <dc:Bounds x="320" y="182" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="start-to-end-edge" bpmnElement="start-to-end">
        <di:waypoint x="196" y="200" />
        <di:waypoint x="320" y="200" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A line break in an attribute is read as a space.
    .replaceAll(/[\r\n\t]+/g, ' ');
