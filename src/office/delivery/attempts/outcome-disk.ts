import { Injectable, Logger, type FactoryProvider } from '@nestjs/common';
import { Complaints } from '../../../platform/process/complaints.ts';
import { Config } from '../../../platform/config/config.ts';
import { Troubles } from '../../../platform/process/troubles.ts';
import { OutcomeWal } from './outcome-wal.ts';

/** Says when the disk takes no outcomes: a letter whose outcome cannot be written down would be sent again after a kill. */
@Injectable()
export class OutcomeDisk {
  isFull = false;
  private readonly complaints = new Complaints(new Logger(OutcomeDisk.name));

  constructor(
    private readonly config: Config,
    private readonly troubles: Troubles,
  ) {}

  onFull(error: unknown): void {
    this.isFull = true;
    this.troubles.begin('outcomes');
    const { journalDir } = this.config;
    const what = `nothing is sent until DELIVERY_JOURNAL_DIR (${journalDir}) takes outcomes again`;
    this.complaints.about(error, what);
  }

  onRoom(): void {
    if (!this.isFull) return;
    this.isFull = false;
    this.troubles.end('outcomes');
    this.complaints.over('there is room for outcomes again, sending goes on');
  }
}

export const OUTCOME_WAL: FactoryProvider<OutcomeWal> = {
  provide: OutcomeWal,
  inject: [Config, OutcomeDisk],
  useFactory: ({ journalDir }: Config, disk: OutcomeDisk) =>
    new OutcomeWal(
      journalDir,
      (error) => disk.onFull(error),
      () => disk.onRoom(),
    ),
};
