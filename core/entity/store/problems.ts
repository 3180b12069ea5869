import type { FieldError } from '../../errors.ts';
import { invalid, Problem } from '../../errors.ts';
import type { ChangeResult } from '../record-store.ts';

export const failed = (problem: Problem): ChangeResult => ({ ok: false, problem });

/** `entity`: whose fields the sentences name. */
export const notValid = (entity: string, errors: FieldError[]): ChangeResult => {
  const { status, code, params } = invalid(errors);
  return failed(new Problem({ status, code, params: { ...params, entity }, errors }));
};

export const noSuchRecord = (entity: string, id: string): Problem =>
  new Problem({ status: 404, code: 'record-not-found', params: { entity, id } });

export const notAllowed = (entity: string, action: string): Problem =>
  new Problem({ status: 403, code: `record-${action}-forbidden`, params: { entity } });
