/** A process of its own that runs imports until it is killed. */
import { connect } from '../../core/db/connect.ts';
import { importParts } from '../support/import-services.ts';

const [, , url] = process.argv;
if (!url) throw new Error('Usage: node tests/faults/import-process.ts <database url>');
const parts = await importParts(connect(url));
await parts.runJobs(url);
process.stdout.write('running\n');
