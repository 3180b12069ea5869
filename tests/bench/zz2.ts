import { openWorld } from './world.ts';
import { benchCompletions } from './flows/completions.ts';
import { processorTime } from './processor-time.ts';
import { readFile } from 'node:fs/promises';
const world = await openWorld();
const pg = Number((await readFile(world.folder+'/pg/postmaster.pid','utf8')).split('\n')[0]);
await world.sql`create extension if not exists pg_stat_statements`;
const original = world.relata.call; let mark: any;
const snap = async()=>[await processorTime(world.relata.pid), await processorTime(pg), process.cpuUsage()] as const;
(world.relata as any).call = async (m:string,p:string,b:unknown)=>{ if(p.includes('/complete') && !mark){ mark=0; await world.sql`select pg_stat_statements_reset()`; mark=await snap(); } return original(m,p,b) };
try { console.log(await benchCompletions(world)); } finally {
const after=await snap();
console.log('server ms', after[0]-mark[0], 'pg ms', after[1]-mark[1], 'client', process.cpuUsage(mark[2]));
const rows = await world.sql`select calls, round(total_exec_time::numeric) as ms, rows, left(regexp_replace(query,'\s+',' ','g'),150) as q from pg_stat_statements order by calls desc limit 45`;
for (const r of rows) console.log(String(r.calls).padStart(7), String(r.ms).padStart(7), String(r.rows).padStart(7), r.q);
await world.close(); }
