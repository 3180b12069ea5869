import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What a start leaves behind, such as the text of every module and what came of building and booting, would stay until the
 * heap has grown by half: in the thread of HTTP, which makes little garbage, for hours, and it was 30 MB.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  // The cast: `gc` is what the flag puts into a context that is made after it.
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc');
}
