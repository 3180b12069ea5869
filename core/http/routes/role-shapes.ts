import { z } from 'zod';
import { entityActions, recordActions } from '../../access/role.ts';

const texts = z.strictObject({
  en: z.string().trim().min(1).max(80).optional(),
  'zh-CN': z.string().trim().min(1).max(80).optional(),
});

const grant = z.strictObject({
  entity: z.string().max(80),
  except: z.array(z.string().max(80)).max(500).optional(),
  actions: z.array(z.enum(recordActions)).max(4),
  without: z.array(z.enum(entityActions)).max(3).optional(),
  where: z.record(z.string(), z.unknown()).optional(),
  fields: z.record(z.string().max(80), z.enum(['hidden', 'read-only', 'masked'])).optional(),
});

/** Own roles are named like records of an admin: no dot, so that no plugin's role is ever met. */
export const roleId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'role-id-form');

export const roleInput = z.strictObject({
  label: texts.optional(),
  grants: z.array(grant).max(500),
  permissions: z.array(z.string().max(80)).max(200),
  /** Of the role as it was read. */
  version: z.int().min(0).optional(),
});
