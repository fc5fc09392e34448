import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { databaseIdentity } from '../attempts/database-identity.ts';
import { OutcomeDisk } from '../attempts/outcome-disk.ts';
import { OutcomeRecorder } from '../attempts/outcome-recorder.ts';
import { OutcomeWal } from '../attempts/outcome-wal.ts';
import { Claims } from './claims.ts';

/** Keeps what this worker holds, and finds what dead ones held or knew. */
@Injectable()
export class Recovery {
  private reclaimFrom: number;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly wal: OutcomeWal,
    private readonly disk: OutcomeDisk,
    private readonly recorder: OutcomeRecorder,
    private readonly claims: Claims,
  ) {
    this.reclaimFrom = this.afterPatience();
  }

  /** Records what workers of this machine knew when they were killed, and frees what they held. */
  async recover(): Promise<void> {
    this.wal.open(await databaseIdentity(this.database));
    const { workers, outcomes, truncate } = await this.wal.leftBehind(
      this.config.databaseUrl,
      (ids) => this.knowsAny(ids),
    );
    for (const outcome of outcomes) await this.recorder.record([outcome]);
    if (workers.length > 0) await this.claims.reclaimExpired(workers);
    truncate();
  }

  async renew(): Promise<void> {
    if (this.disk.isFull) this.wal.hasRoom();
    try {
      await this.claims.renew();
      if (Date.now() > this.reclaimFrom) await this.claims.reclaimExpired();
    } catch (error) {
      this.reclaimFrom = this.afterPatience();
      throw error;
    }
  }

  /** When the database comes back, and at the start, others get time to renew their leases first. */
  private afterPatience(): number {
    return Date.now() + (1000 * this.config.leaseSeconds) / 3;
  }

  private async knowsAny(ids: string[]): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT FROM deliveries WHERE id = ANY($1::uuid[]) LIMIT 1',
      [ids],
    );
    return rows.length > 0;
  }
}
