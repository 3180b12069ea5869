import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onLive } from '../../web/data/live.ts';
import { keepEditor, leaveEditor, type Editor } from '../data/editors.ts';
import { listVersions, type FlowVersionItem } from '../data/flows.ts';

interface Watched {
  key: string;
  base: number;
  /** The newest version when it was opened. */
  latest: number;
  isChanged: boolean;
}

const renewEvery = 15_000;

/** Who else draws on the flow of its host, and whether a newer version was deployed since it was opened. */
export class Presence implements ReactiveController {
  others: Editor[] = [];
  /** Deployed since the flow was opened; newest first. */
  newer: FlowVersionItem[] = [];
  private readonly host: ReactiveControllerHost;
  private readonly watched: () => Watched;
  private readonly tab: string = crypto.randomUUID();
  private timer: ReturnType<typeof setInterval> | undefined;
  private stops: (() => void)[] = [];
  private isHere = false;

  constructor(host: ReactiveControllerHost, watched: () => Watched) {
    this.host = host;
    this.watched = watched;
    host.addController(this);
  }

  hostConnected(): void {
    this.isHere = true;
    addEventListener('pagehide', this.leave);
    this.timer = setInterval(() => void this.renew(), renewEvery);
    this.stops = [
      onLive('flow', ({ key }) => key === this.watched().key && void this.look()),
      onLive('resync', () => void this.look()),
    ];
    // The host has its flow only once it is drawn.
    void this.host.updateComplete.then(() => this.renew());
  }

  hostDisconnected(): void {
    this.isHere = false;
    left.add(this.tab);
    removeEventListener('pagehide', this.leave);
    clearInterval(this.timer);
    for (const stop of this.stops) stop();
    this.leave();
  }

  /** Tells the others at once, such as after the first change. */
  async renew(): Promise<void> {
    if (!this.isHere) return;
    const { key, base, isChanged } = this.watched();
    const others = await keepEditor(key, this.tab, { base, isChanged }).catch(() => this.others);
    // It may have come to the server after the word that this one left.
    if (!this.isHere) this.leave();
    this.others = others.filter(({ tab }) => !left.has(tab));
    this.host.requestUpdate();
  }

  /** Whether somebody deployed meanwhile. */
  async look(): Promise<void> {
    const { key, latest } = this.watched();
    const versions = await listVersions(key).catch(() => []);
    this.newer = versions.filter((version) => version.version > latest);
    await this.renew();
  }

  private readonly leave = (): void => leaveEditor(this.watched().key, this.tab);
}

/** Those that this window closed: a flow that is opened anew after a deployment is not open at another tab. */
const left = new Set<string>();
