import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { gather } from './gather.ts';
import { onLive } from './live.ts';
import { allOf } from './filter.ts';
import type { Count } from './count.ts';
import { listRecords, type ListQuery, type RecordItem } from './records.ts';

const pageSize = 100;
/** More changes than this at once, such as an import's, load the list anew instead of row by row. */
const singleRows = 40;

/**
 * Records of one query, page after page, kept fresh by live events. The host is drawn again when they change.
 */
export class RecordList implements ReactiveController {
  items: RecordItem[] = [];
  count: Count | undefined;
  isLoading = true;
  hasMore = false;
  error: unknown;

  private readonly host: ReactiveControllerHost;
  private readonly size: number;
  private entity = '';
  private query: ListQuery = {};
  private next: string | undefined;
  private asked: AbortController | undefined;
  private stops: (() => void)[] = [];
  private readonly refresh = gather<string>(600, (ids) => void this.refreshRows([...new Set(ids)]));

  constructor(host: ReactiveControllerHost, size = pageSize) {
    this.host = host;
    this.size = size;
    host.addController(this);
  }

  hostConnected(): void {
    this.stops = [
      onLive('record', (change) => change.entity === this.entity && this.refresh(change.id)),
      onLive('resync', () => void this.reload()),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.stops) stop();
    this.refresh.cancel();
    this.asked?.abort();
  }

  /** Shows another query; rows of the one before stay until the answer comes. */
  async show(entity: string, query: ListQuery): Promise<void> {
    if (entity !== this.entity) this.items = [];
    this.entity = entity;
    this.query = query;
    await this.reload();
  }

  async reload(): Promise<void> {
    if (!this.entity) return;
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    this.isLoading = true;
    this.host.requestUpdate();
    await this.attempt(async () => {
      const page = await listRecords(
        this.entity,
        { count: 'estimate', ...this.query, limit: this.size },
        asked.signal,
      );
      this.items = page.items;
      this.count =
        page.count === undefined ? undefined : { count: page.count, isCapped: page.countIsCapped ?? false };
      this.next = page.next ?? undefined;
      this.hasMore = Boolean(page.next);
    }, asked);
  }

  async more(): Promise<void> {
    if (this.isLoading || !this.next) return;
    const asked = (this.asked = new AbortController());
    this.isLoading = true;
    await this.attempt(async () => {
      const page = await listRecords(
        this.entity,
        { ...this.query, count: 'none', limit: this.size, cursor: this.next },
        asked.signal,
      );
      const known = new Set(this.items.map((item) => item.id));
      this.items = [...this.items, ...page.items.filter((item) => !known.has(item.id))];
      this.next = page.next ?? undefined;
      this.hasMore = Boolean(page.next);
    }, asked);
  }

  /** Puts a changed record in its place, at the top when it is new here. */
  put(record: RecordItem): void {
    const at = this.items.findIndex((item) => item.id === record.id);
    this.items = at < 0 ? [record, ...this.items] : this.items.with(at, record);
    if (at < 0) this.recount(1);
    this.host.requestUpdate();
  }

  drop(ids: readonly string[]): void {
    const gone = new Set(ids);
    const before = this.items.length;
    this.items = this.items.filter((item) => !gone.has(item.id));
    this.recount(this.items.length - before);
    this.host.requestUpdate();
  }

  private recount(by: number): void {
    if (this.count && !this.count.isCapped) this.count = { ...this.count, count: this.count.count + by };
  }

  private async refreshRows(ids: string[]): Promise<void> {
    if (ids.length > singleRows || this.isLoading) return this.reload();
    const filter = allOf(this.query.filter, { id: { in: ids } });
    const page = await listRecords(this.entity, { ...this.query, filter, limit: 200 }).catch(() => undefined);
    if (!page) return;
    const fresh = new Map(page.items.map((item) => [item.id, item]));
    const shown = new Set(this.items.map((item) => item.id));
    const isNew = page.items.some((item) => !shown.has(item.id));
    if (isNew && this.items.length <= this.size) return this.reload();
    this.items = this.items.flatMap((item) => {
      if (!ids.includes(item.id)) return [item];
      const now = fresh.get(item.id);
      return now ? [now] : [];
    });
    this.host.requestUpdate();
  }

  private async attempt(run: () => Promise<void>, asked: AbortController): Promise<void> {
    try {
      await run();
      this.error = undefined;
    } catch (error) {
      if (asked.signal.aborted) return;
      this.error = error;
    }
    if (asked !== this.asked) return;
    this.isLoading = false;
    this.host.requestUpdate();
  }
}
