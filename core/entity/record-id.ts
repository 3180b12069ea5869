import { z } from 'zod';

/** The id of a record, for schemas of task types and routes; forms offer a picker of that entity. */
export const recordId = (entity: string) => z.uuid().meta({ entity });
