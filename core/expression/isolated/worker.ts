/** Runs in a process of its own, which is killed when an expression does not end. */
import { runJsonata } from './run-jsonata.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(runJsonata);
