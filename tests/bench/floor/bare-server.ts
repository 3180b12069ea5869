/** The floor of a list: one Hono route, one statement, no accounts, no checks. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import postgres from 'postgres';

const sql = postgres(process.env['DATABASE_URL'] ?? '', { max: 16 });
const cities = JSON.parse(process.env['CITIES'] ?? '[]') as string[];

const columns = sql`t.id, t.version, t.created_at, t.updated_at, t.name, t.title, t.email, t.phone, t.city, t.about,
  t.owner_id, o.name as owner, t.account_id, a.name as account`;
const joins = sql`from data.contact t left join core."user" o on o.id = t.owner_id
  left join data.account a on a.id = t.account_id`;

const app = new Hono();
app.get('/', async (c) => {
  const owner = c.req.query('owner');
  const rows = owner
    ? await sql`select ${columns} ${joins} where t.deleted_at is null and t.city in ${sql(cities)}
        and t.owner_id = ${owner} order by t.name, t.id limit 51`
    : await sql`select ${columns} ${joins} where t.deleted_at is null and t.city in ${sql(cities)}
        order by t.name, t.id limit 51`;
  return c.json({ items: rows.slice(0, 50) });
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
);
