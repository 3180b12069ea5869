import { raise } from './expression-error.ts';

export interface Limits {
  /** Calls, iterations and path steps over lists. */
  steps: number;
  /** Nested calls, and nesting of the result. */
  depth: number;
  /** Milliseconds of evaluation. */
  timeMs: number;
  /** Items, members and characters / 16 of the result and of every list or text made on the way. */
  size: number;
}

/** A script with 200,000 steps takes about 50 ms: what a batch of the engine may take as a whole. */
export const defaultLimits: Limits = { steps: 200_000, depth: 250, timeMs: 1000, size: 200_000 };

/** Longest source, in characters, and deepest tree that is parsed at all. */
export const sourceLimit = 20_000;
export const treeDepthLimit = 250;

/** Counts one evaluation. */
export class Meter {
  readonly limits: Limits;
  steps = 0;
  depth = 0;
  private startedAt = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  step(): void {
    const steps = ++this.steps;
    if (steps > this.limits.steps) raise('expression.limit', { name: 'steps', limit: this.limits.steps });
    // Reading the clock costs as much as a step: every 256th is often enough.
    if ((steps & 255) === 0) this.checkTime();
  }

  enter(): void {
    if (++this.depth > this.limits.depth) {
      raise('expression.limit', { name: 'depth', limit: this.limits.depth });
    }
  }

  leave(): void {
    this.depth--;
  }

  /** Refuses to make what would be larger than the result may be. */
  size(items: number): void {
    if (items > this.limits.size) raise('expression.limit', { name: 'size', limit: this.limits.size });
  }

  textSize(characters: number): void {
    this.size(characters / 16);
  }

  private checkTime(): void {
    const now = performance.now();
    if (this.startedAt === 0) this.startedAt = now;
    if (now - this.startedAt > this.limits.timeMs) {
      raise('expression.limit', { name: 'milliseconds', limit: this.limits.timeMs });
    }
  }
}
