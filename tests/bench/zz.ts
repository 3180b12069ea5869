import { openWorld } from './world.ts';
import { flowFile, sequence } from './flows/flow-file.ts';
import { startMany, untilCount } from './flows/instances.ts';
import { percentile } from './percentile.ts';
const world = await openWorld();
const { relata, sql } = world;
try {
await relata.call('POST','/api/flows',{xml: flowFile('one', `<bpmn:startEvent id="begin"/><bpmn:userTask id="check" name="Check"/><bpmn:endEvent id="end"/>${sequence('begin','check','end')}`)});
await relata.call('POST','/api/flows',{xml: flowFile('two', `<bpmn:startEvent id="begin"/><bpmn:intermediateCatchEvent id="later"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT10S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:endEvent id="end"/>${sequence('begin','later','end')}`)});
const t=async(label:string,n:number,f:(i:number)=>Promise<unknown>)=>{const times:number[]=[];for(let i=0;i<n;i++){const b=performance.now();await f(i);times.push(performance.now()-b);}console.log(label,'p50',percentile(times,50).toFixed(1),'p90',percentile(times,90).toFixed(1),'p99',percentile(times,99).toFixed(1));};
await t('start',300,()=>relata.call('POST','/api/flows/one/instances',{variables:{n:1}}));
await t('start again',300,()=>relata.call('POST','/api/flows/one/instances',{variables:{n:1}}));
const open=await sql<{id:string}[]>`select id from flow.work_item where state='open'`;
await t('complete',300,(i)=>relata.call('POST',`/api/work-items/${open[i]!.id}/complete`,{variables:{}}));
await t('get',300,(i)=>relata.call('GET',`/api/work-items/${open[i+300]!.id}`));
await t('advance nothing',20,()=>relata.call('POST','/api/clock',{advance:'PT1S'}));
await t('advance one',20,async()=>{await relata.call('POST','/api/flows/two/instances',{variables:{n:1}});await relata.call('POST','/api/clock',{advance:'PT10S'});});
} finally { await world.close(); }
