/** Copied into a scratch folder and run there: the same diagram in memory, with a listener that keeps its history. */
import { Engine } from 'bpmn-engine';

const count = Number(process.env.COUNT);
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="peer" targetNamespace="peer">
<process id="branch" isExecutable="true">
<startEvent id="begin"/>
<scriptTask id="double" scriptFormat="javascript"><script>environment.variables.doubled = environment.variables.n * 2; next();</script></scriptTask>
<exclusiveGateway id="big" default="no"/><endEvent id="large"/><endEvent id="small"/>
<sequenceFlow id="a" sourceRef="begin" targetRef="double"/><sequenceFlow id="b" sourceRef="double" targetRef="big"/>
<sequenceFlow id="yes" sourceRef="big" targetRef="large"><conditionExpression xsi:type="tFormalExpression" language="javascript">next(null, environment.variables.doubled &gt; 1000)</conditionExpression></sequenceFlow>
<sequenceFlow id="no" sourceRef="big" targetRef="small"/>
</process></definitions>`;

async function once(n) {
  const history = [];
  const engine = new Engine({ name: 'branch', source, variables: { n } });
  const listener = { on: () => {}, emit: (event, api) => history.push([event, api?.id, Date.now()]) };
  const execution = await engine.execute({ listener });
  if (execution.state !== 'idle') await engine.waitFor('end');
  if (history.length === 0) throw new Error('no history');
}

for (let n = 0; n < 50; n++) await once(n);
const began = performance.now();
for (let n = 0; n < count; n++) await once(n);
console.log(`rate ${count / ((performance.now() - began) / 1000)}`);
