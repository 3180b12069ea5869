/** The floor of a start: one Hono route that inserts a row and commits. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import postgres from 'postgres';

const sql = postgres(process.env['DATABASE_URL'] ?? '', { max: 16 });
await sql`create schema if not exists floor`;
await sql`create table if not exists floor.started (id uuid primary key default uuidv7(), body text, at timestamptz default now())`;

const app = new Hono();
app.post('/', async (c) => {
  const body = await c.req.text();
  const [row] = await sql`insert into floor.started (body) values (${body}) returning id`;
  return c.json({ id: row!['id'] });
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
);
