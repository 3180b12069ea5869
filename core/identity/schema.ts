/** The sign-in tables of migration 0002 as drizzle tables, for better-auth's adapter. */
import { boolean, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const core = pgSchema('core');
const instant = (name: string) => timestamp(name, { withTimezone: true });
const times = { createdAt: instant('created_at').notNull(), updatedAt: instant('updated_at').notNull() };

export const user = core.table('user', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull(),
  email: text('email').unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  ...times,
});

export const session = core.table('session', {
  id: uuid('id').primaryKey().defaultRandom(),
  userId: uuid('user_id').notNull(),
  token: text('token').notNull(),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  ...times,
});

export const account = core.table('account', {
  id: uuid('id').primaryKey().defaultRandom(),
  userId: uuid('user_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  ...times,
});

export const verification = core.table('verification', {
  id: uuid('id').primaryKey().defaultRandom(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  ...times,
});
