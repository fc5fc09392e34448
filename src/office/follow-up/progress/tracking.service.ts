import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { byName } from '../../../platform/text/name-order.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Dispatch, type Reading } from '../../dispatches/dispatch.entity.ts';
import { followersOf, type Relative } from '../../dispatches/followers.ts';
import { markReadable, readable } from '../../dispatches/reading/readable.ts';
import { sumOf } from './counting.ts';
import { curveOf } from './curve.ts';
import type { ProgressFacts } from './tracking.schemas.ts';
import { PROGRESS, REPLIES, type ProgressRow } from './progress-query.ts';

/** Who has it and who has not. */
@Injectable()
export class TrackingService {
  constructor(private readonly database: DataSource) {}

  /** The dispatch, if this person may read it; what is told of it comes by its id. */
  find(by: Account, id: string): Promise<Dispatch> {
    return this.database.manager.findOneByOrFail(Dispatch, { id: readable(by, id) });
  }

  async followers(by: Account, dispatchId: string): Promise<Relative[]> {
    const { manager } = this.database;
    return markReadable(manager, by, await followersOf(manager, dispatchId));
  }

  /** Progress, and to whom it may be shown at that moment. */
  async look(id: string): Promise<{ progress: ProgressFacts; reading: Reading }> {
    const progress = await this.progress(id);
    const { reading } = await this.database.manager.findOneOrFail(Dispatch, {
      where: { id },
      select: { id: true, reading: true },
    });
    return { progress, reading };
  }

  async progress(dispatchId: string): Promise<ProgressFacts> {
    const [[row], [replies]] = await Promise.all([
      this.database.query<[ProgressRow]>(PROGRESS, [dispatchId]),
      this.database.query<[ProgressFacts['replies']]>(REPLIES, [dispatchId]),
    ]);
    const { kinds, districts, areas, times, ...facts } = row;
    return {
      total: sumOf(kinds.map(({ counts }) => counts)),
      kinds,
      districts: (districts ?? []).toSorted(mostOpenFirst),
      areas: (areas ?? []).toSorted(mostOpenFirst),
      replies,
      ...facts,
      ...curveOf(times ?? []),
    };
  }
}

const open = ({ total, acknowledged }: { total: number; acknowledged: number }) =>
  (total - acknowledged) / total;

/** The districts and areas that still owe most stand first. */
const mostOpenFirst = (
  one: ProgressFacts['districts'][number],
  other: ProgressFacts['districts'][number],
) => open(other) - open(one) || byName(one.name, other.name);
