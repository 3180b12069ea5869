/** Configuration comes from the environment only, is checked once at start, and every wrong value is explained. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { MailOauth } from './channel/oauth/ask-for-token.ts';

export interface Config {
  port: number;
  host: string;
  /** External server; the embedded one runs in `dataDirectory` when absent. */
  databaseUrl: string | undefined;
  dataDirectory: string;
  secret: string | undefined;
  adminKey: string | undefined;
  hasTestClock: boolean;
  logLevel: string;
  /** The address people use, for cookies and links; made from host and port when absent. */
  url: string;
  /** Where mail goes, such as smtp://user:password@host:587; none is sent without it. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** How mail servers are signed in to that take no password; for an address without one. */
  mailOauth: MailOauth | undefined;
  /** Signs mail. */
  dkim: { domain: string; selector: string; keyFile: string } | undefined;
  /** The mailbox that is looked into, such as imaps://user:password@host/INBOX. */
  imapUrl: string | undefined;
  /** The name under which the own mail server vouches for senders (Authentication-Results). */
  mailServer: string | undefined;
  /** Messages per second to one mail domain. */
  mailRate: number | undefined;
  /** The service that sends short messages. */
  sms: { url: string; key: string } | undefined;
  /** Nothing is sent outside; the outbox shows what would have been. */
  isTrial: boolean;
  /** Host names that outgoing requests may reach on private addresses. */
  allowedHosts: string[];
  /** Folders of further plugins, comma between them. */
  plugins: string | undefined;
  /** Milliseconds that a task type may hold a transaction or its thread. */
  patience: number;
  /** Milliseconds that work at hand has to end once the server is told to stop. */
  grace: number;
  hasDemo: boolean;
  /** `DATABASE_URL` set or a host that is not loopback. */
  isProduction: boolean;
}

const flag = z.enum(['0', '1'], 'must be 1 or 0').default('0');

const schema = z.object({
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(65535, 'must be 65535 or less')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'must be a PostgreSQL address such as postgres://user:password@host:5432/relata',
    )
    .optional(),
  RELATA_DATA_DIR: z.string().default('./data'),
  RELATA_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  RELATA_ADMIN_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  RELATA_TEST_CLOCK: flag,
  RELATA_DEMO: z.enum(['0', '1'], 'must be 1 or 0').optional(),
  RELATA_LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'must be trace, debug, info, warn, error or silent',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be a mail server such as smtp://user:password@host:587')
    .optional(),
  RELATA_MAIL_FROM: z.email('must be an e-mail address').default('relata@localhost.localdomain'),
  RELATA_DKIM: z
    .string()
    .regex(/^[^:]+:[^:]+:.+$/, 'must be domain:selector:file, such as example.com:mail:/etc/relata/dkim.pem')
    .optional(),
  IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\//, 'must be a mailbox such as imaps://user:password@host/INBOX')
    .optional(),
  RELATA_MAIL_OAUTH_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the token address of a sign-in service, such as https://oauth2.googleapis.com/token',
    })
    .optional(),
  RELATA_MAIL_OAUTH_CLIENT: z.string().max(400).optional(),
  RELATA_MAIL_OAUTH_SECRET: z.string().max(4_000).default(''),
  RELATA_MAIL_OAUTH_REFRESH: z.string().max(8_000).optional(),
  RELATA_MAIL_OAUTH_SCOPE: z.string().max(2_000).optional(),
  RELATA_MAIL_SERVER: z.string().max(255).optional(),
  RELATA_MAIL_RATE: z.coerce.number('must be a number').positive('must be more than 0').optional(),
  RELATA_SMS_URL: z.url({ protocol: /^https?$/, error: 'must be the address of a service' }).optional(),
  RELATA_SMS_KEY: z.string().default(''),
  RELATA_TRIAL: flag,
  RELATA_ALLOW_HOSTS: z.string().default(''),
  RELATA_PLUGINS: z.string().optional(),
  RELATA_PATIENCE: z.coerce.number('must be a number of seconds').min(1, 'must be 1 or more').default(20),
  RELATA_GRACE: z.coerce.number('must be a number of seconds').min(0, 'must be 0 or more').default(8),
  RELATA_URL: z.url('must be the address people use, such as https://crm.example.com').optional(),
});

export class ConfigError extends Error {}

/** Throws `ConfigError` with one sentence per wrong variable. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    );
  const value = parsed.data;
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(value.HOST);
  const isProduction = value.DATABASE_URL !== undefined || !isLoopback;
  if (isProduction && !value.RELATA_SECRET && environment['NODE_ENV'] !== 'test')
    throw new ConfigError(
      'RELATA_SECRET is missing. A server that others can reach signs its sessions with it: set it to 32 or more random characters and keep it.',
    );
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    dataDirectory: resolve(value.RELATA_DATA_DIR),
    secret: value.RELATA_SECRET,
    adminKey: value.RELATA_ADMIN_KEY,
    hasTestClock: value.RELATA_TEST_CLOCK === '1',
    logLevel: value.RELATA_LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    url: value.RELATA_URL ?? `http://${isLoopback ? '127.0.0.1' : value.HOST}:${value.PORT}`,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.RELATA_MAIL_FROM,
    dkim: dkimOf(value.RELATA_DKIM),
    mailOauth: oauthOf(value),
    imapUrl: value.IMAP_URL,
    mailServer: value.RELATA_MAIL_SERVER,
    mailRate: value.RELATA_MAIL_RATE,
    sms: value.RELATA_SMS_URL ? { url: value.RELATA_SMS_URL, key: value.RELATA_SMS_KEY } : undefined,
    isTrial: value.RELATA_TRIAL === '1',
    allowedHosts: value.RELATA_ALLOW_HOSTS.split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    plugins: value.RELATA_PLUGINS,
    patience: value.RELATA_PATIENCE * 1_000,
    grace: value.RELATA_GRACE * 1_000,
    hasDemo: value.RELATA_DEMO === undefined ? !isProduction : value.RELATA_DEMO === '1',
    isProduction,
  };
}

function dkimOf(text: string | undefined): Config['dkim'] {
  const [, domain, selector, keyFile] = /^([^:]+):([^:]+):(.+)$/.exec(text ?? '') ?? [];
  return domain && selector && keyFile ? { domain, selector, keyFile } : undefined;
}

function oauthOf(value: z.output<typeof schema>): MailOauth | undefined {
  const { RELATA_MAIL_OAUTH_URL: url, RELATA_MAIL_OAUTH_CLIENT: client } = value;
  if (!url) return undefined;
  if (!client)
    throw new ConfigError(
      'RELATA_MAIL_OAUTH_CLIENT is missing. Set it to the id that the sign-in service gave this application, or leave out RELATA_MAIL_OAUTH_URL.',
    );
  return {
    url,
    client,
    secret: value.RELATA_MAIL_OAUTH_SECRET,
    refreshToken: value.RELATA_MAIL_OAUTH_REFRESH,
    scope: value.RELATA_MAIL_OAUTH_SCOPE,
  };
}
