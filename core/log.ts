import { pino, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on standard error; standard output stays for people. Personal values are never logged. */
export const createLog = (level: string): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
