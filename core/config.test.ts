import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('nothing set gives the development defaults', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    isProduction: false,
    hasDemo: true,
    patience: 20_000,
  });
});

test('every wrong value is explained, all at once', () => {
  const read = () => readConfig({ PORT: 'abc', RELATA_ADMIN_KEY: 'short', DATABASE_URL: 'mysql://x' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(
    /PORT must be a port number[\s\S]*DATABASE_URL must be a PostgreSQL address[\s\S]*RELATA_ADMIN_KEY must have at least 32/,
  );
});

test('a server that others can reach needs a secret', () => {
  expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('RELATA_SECRET is missing');
});

test('a sign-in service for mail needs to know who asks it', () => {
  const url = 'https://login.example.com/token';
  expect(() => readConfig({ RELATA_MAIL_OAUTH_URL: url })).toThrow('RELATA_MAIL_OAUTH_CLIENT is missing');
  const config = readConfig({ RELATA_MAIL_OAUTH_URL: url, RELATA_MAIL_OAUTH_CLIENT: 'relata' });
  expect(config.mailOauth).toMatchObject({ url, client: 'relata', refreshToken: undefined });
});
