import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Variables } from './types.ts';

interface RecordWanted {
  entity: string;
  id: string;
  paths: string[];
  /** What the expression calls the answer; null for `$subject`. */
  key: string | null;
}

interface ValueWanted {
  source: string;
  scope: Variables;
  bindings: Variables;
}

/** Thrown by a move that must ask first: it is broken off, and repeated when the answer is there. */
export class Pause {
  private readonly record: RecordWanted | null;
  private readonly value: ValueWanted | null;

  private constructor(record: RecordWanted | null, value: ValueWanted | null) {
    this.record = record;
    this.value = value;
  }

  static forRecord(wanted: RecordWanted): Pause {
    return new Pause(wanted, null);
  }

  static forValue(wanted: ValueWanted): Pause {
    return new Pause(null, wanted);
  }

  /** Orders what is wanted, and notes on the token that it waits for it. */
  ask(run: Run, token: Token): void {
    const ask = ++run.state.count;
    token.ask = ask;
    if (this.record !== null) {
      const { entity, id, paths, key } = this.record;
      token.asks = 'record';
      (token.known ??= {}).asking = { record: `${entity}/${id}`, key };
      run.effects.push({ type: 'read', ask, records: [{ entity, id, paths }] });
    } else {
      token.asks = 'value';
      run.effects.push({ type: 'evaluate', ask, element: token.at, ...this.value! });
    }
  }
}
