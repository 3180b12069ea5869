import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface Command {
  root: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Show the output while it runs, for what takes long. */
  isLive?: boolean;
}

/** Runs a program of `node_modules/.bin`, under the Node that is pinned there. */
export function runCommand({
  root,
  command,
  args,
  env,
  isLive,
}: Command): Promise<{ code: number; output: string }> {
  const bin = join(root, 'node_modules/.bin');
  const child = spawn(join(bin, command), args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', isLive ? 'inherit' : 'pipe', isLive ? 'inherit' : 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trimEnd() }),
    );
  });
}
