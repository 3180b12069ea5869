import type { Tx, Db } from '../../../db/connect.ts';
import { newId } from '../../../db/new-id.ts';
import { packTexts } from '../../../db/pack.ts';
import { storableText } from '../../../db/storable-text.ts';
import type { Value, Variables } from '../../step/types.ts';

export interface NewIncident {
  instance: string | null;
  /** The incident's number within the instance; null when the model is not at fault. */
  number: number | null;
  job?: string;
  flow: string | null;
  version: number | null;
  element: string | null;
  code: string;
  message: string;
  params?: Variables;
  expression?: string;
  input?: Value;
}

export async function insertIncidents(
  db: Db | Tx,
  incidents: readonly NewIncident[],
  now: number,
): Promise<void> {
  if (incidents.length === 0) return;
  const rows = incidents.map((one) =>
    JSON.stringify({ id: newId(), ...one, message: storableText(one.message, 4_000) }),
  );
  await db`
    insert into flow.incident (id, instance_id, number, job_id, flow, version, element, code, message, params, expression, input, at)
    select t.*, to_timestamp(${now}::float8 / 1000)
    from unnest(string_to_array(${packTexts(rows)}, chr(30))) as packed (row),
      json_to_record(packed.row::json) as t (id uuid, instance uuid, number int, job uuid, flow text, version int,
        element text, code text, message text, params json, expression text, input json)`;
}
