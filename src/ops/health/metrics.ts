import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { DeliveryQueue } from '../../office/delivery/outbox/delivery.queue.ts';
import { within } from '../../office/delivery/outbox/within.ts';

/** What cannot be asked so long is left out. */
const PATIENCE_MS = 3000;

/** What Prometheus may know: numbers alone, no names, no addresses. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answered requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  private hasProcess = false;

  constructor(
    private readonly database: DataSource,
    private readonly queue: DeliveryQueue,
  ) {
    this.gauge('noi_nhan_deliveries', 'Deliveries by state', ['state'], (gauge) =>
      this.deliveries(gauge),
    );
    this.gauge(
      'noi_nhan_deliveries_overdue_seconds',
      'How long the oldest due delivery waits',
      [],
      (gauge) => this.overdue(gauge),
    );
    this.gauge('noi_nhan_damaged_files', 'Kept files that are not what they were', [], (gauge) =>
      this.damaged(gauge),
    );
    this.gauge('noi_nhan_queue_jobs', 'Jobs of the queue by state', ['state'], (gauge) =>
      this.jobs(gauge),
    );
  }

  request(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** In the text format of Prometheus. */
  async text(): Promise<{ type: string; body: string }> {
    if (!this.hasProcess) collectDefaultMetrics({ register: this.registry });
    this.hasProcess = true;
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }

  private gauge(
    name: string,
    help: string,
    labelNames: string[],
    measure: (gauge: Gauge) => Promise<void>,
  ): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect: () => within(PATIENCE_MS, measure(gauge)),
    });
  }

  private async deliveries(gauge: Gauge): Promise<void> {
    gauge.reset();
    const rows = await this.database.query<{ state: string; count: number }[]>(
      'SELECT state, count(*)::int AS count FROM deliveries GROUP BY state',
    );
    for (const { state, count } of rows) gauge.set({ state }, count);
  }

  private async overdue(gauge: Gauge): Promise<void> {
    gauge.remove();
    const [row] = await this.database.query<{ seconds: number }[]>(
      `SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0)::float AS seconds
       FROM deliveries WHERE state IN ('waiting', 'sending') AND due_at < now()`,
    );
    gauge.set(row!.seconds);
  }

  private async damaged(gauge: Gauge): Promise<void> {
    const [row] = await this.database.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM files WHERE damaged_at IS NOT NULL',
    );
    gauge.set(row!.count);
  }

  private async jobs(gauge: Gauge): Promise<void> {
    gauge.reset();
    const counts = await this.queue.counts();
    for (const [state, count] of Object.entries(counts)) {
      gauge.set({ state }, count);
    }
  }
}
