/**
 * The PostgreSQL driver (`postgres` 3.4.9) ends the process when its server goes away in the middle of a transaction:
 * what is written afterwards, at least its own `rollback`, meets a socket that is gone, in a callback where nobody can
 * catch it (porsager/postgres issues 1066, 1154, 1208). And a connection that closes with something still to be
 * written never writes again. Three lines mend both. A fourth lets the statements of one turn travel in one write: beyond
 * a kilobyte each went on its own, and writing was a seventh of all that the engine's thread did. And the first statements
 * of a transaction follow its `begin` at once instead of waiting for its answer, one of the five waits of a click: the
 * connection is set aside when `begin` is sent, which keeps everybody else from it. And a query settles by methods rather
 * than by closures of its constructor: with those, finished queries outlived every young collection, with the texts of
 * their parameters, and had to be marked in the old heap, in pauses that clicks waited for (decision 027). They are put in while the module is
 * loaded, so that the package on the disk stays what the lock file names. Load this before anything that imports the
 * driver; it goes when a release of the driver holds the like. A driver that it does not fit stops the start, and tells so.
 */
import { registerHooks } from 'node:module';

type Mends = readonly (readonly [was: string, is: string])[];

const connectionMends: Mends = [
  [
    'function nextWrite(fn) {\n',
    `function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return true
    }
`,
  ],
  [
    'clearImmediate(nextWriteTimer)\n    socket.removeListener',
    'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener',
  ],
  [
    'statements = {}\n      needsTypes',
    'query = errorResponse = null\n      statements = {}\n      needsTypes',
  ],
  ['chunk.length >= 1024', 'chunk.length >= 65536'],
];

const beginMends: Mends = [
  [
    `await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()
      return await Promise.race([`,
    `let hasBegun
      const isSent = new Promise(resolve => hasBegun = resolve)
      const begun = sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute: c => (onexecute(c), hasBegun()) }).execute()
      await Promise.race([begun, isSent])
      return await Promise.race([
        begun.then(() => new Promise(() => {})),`,
  ],
  [
    `return c.execute(query)
      ? move(c, busy)`,
    `const isReady = c.execute(query)
    return c.queue === reserved ? c : isReady
      ? move(c, busy)`,
  ],
  [
    `ready = c.execute(query)
    }
`,
    `ready = c.execute(query)
      if (c.queue === reserved) return
    }
`,
  ],
];

const queryMends: Mends = [
  [
    `    this.resolve = x => (this.active = false, resolve(x))
    this.reject = x => (this.active = false, reject(x))

`,
    `    this.settle = { resolve, reject }
`,
  ],
  [
    `  get origin() {`,
    `  resolve(x) {
    this.active = false
    this.settle.resolve(x)
  }

  reject(x) {
    this.active = false
    this.settle.reject(x)
  }

  get origin() {`,
  ],
];

const mendsOf: Readonly<Record<string, Mends>> = {
  '/node_modules/postgres/src/connection.js': connectionMends,
  '/node_modules/postgres/src/index.js': beginMends,
  '/node_modules/postgres/src/query.js': queryMends,
};

const hooks = registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    const mends = Object.entries(mendsOf).find(([file]) => url.endsWith(file))?.[1];
    if (!mends || !loaded.source) return loaded;
    // The cast: Node reads modules as bytes.
    return { ...loaded, source: mend(Buffer.from(loaded.source as Uint8Array).toString('utf8'), mends) };
  },
});
// Node caches no module that went through a hook: all of our own would lose their types anew at each start, by a compiler
// that keeps 10 MB in each thread.
await import('postgres');
hooks.deregister();

function mend(source: string, mends: Mends): string {
  let mended = source;
  for (const [was, is] of mends) {
    if (mended.split(was).length !== 2)
      throw new Error(
        'core/db/mend-driver.ts does not fit this version of the driver: look whether it is needed still.',
      );
    mended = mended.replace(was, () => is);
  }
  return mended;
}
