import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { renderToString } from 'preact-render-to-string';
import {
  concatMap,
  distinctUntilChanged,
  exhaustMap,
  filter,
  map,
  of,
  ReplaySubject,
  share,
  Subject,
  takeUntil,
  takeWhile,
  timer,
  type Observable,
} from 'rxjs';
import { LivePart } from '../../../../templates/office/follow-up/progress/live-part.tsx';
import type { Account } from '../../accounts/account.entity.ts';
import type { Reading } from '../../dispatches/dispatch.entity.ts';
import { TrackingService } from './tracking.service.ts';

const LOOK_EVERY = 2000;

/** The browser asks again by itself; then its session is looked at again. */
const WATCH_FOR = 600_000;

interface Look {
  html: string;
  reading: Reading;
}

/** The part of the progress page that moves: looked up once for all who watch a dispatch, sent when it is new. */
@Injectable()
export class LiveProgress implements BeforeApplicationShutdown {
  private readonly watched = new Map<string, Observable<Look>>();
  private readonly closing = new Subject<void>();

  constructor(private readonly tracking: TrackingService) {}

  /**
   * HTML of the part, now and after every change; a clerk's holds the buttons of the run. It ends with the right to
   * read: what is restricted is shown after a look at who watches.
   */
  watch(by: Account, dispatchId: string, isClerk: boolean): Observable<string> {
    const key = `${dispatchId} ${isClerk}`;
    let shared = this.watched.get(key);
    if (!shared) this.watched.set(key, (shared = this.look(key, dispatchId, isClerk)));
    return shared.pipe(
      concatMap(({ html, reading }) =>
        reading === 'office' ? of(html) : this.ifReadable(by, dispatchId, html),
      ),
      takeWhile((html) => html !== undefined),
      takeUntil(timer(WATCH_FOR)),
      takeUntil(this.closing),
    );
  }

  beforeApplicationShutdown(): void {
    this.closing.next();
  }

  private async ifReadable(by: Account, id: string, html: string): Promise<string | undefined> {
    const dispatch = await this.tracking.find(by, id).catch(() => undefined);
    return dispatch && html;
  }

  private look(key: string, dispatchId: string, isClerk: boolean): Observable<Look> {
    return timer(0, LOOK_EVERY).pipe(
      exhaustMap(() => this.tracking.look(dispatchId).catch(() => undefined)),
      filter((seen) => seen !== undefined),
      map(({ progress, reading }) => ({
        html: renderToString(<LivePart {...{ dispatchId, progress, isClerk }} />),
        reading,
      })),
      distinctUntilChanged(
        (one, other) => one.html === other.html && one.reading === other.reading,
      ),
      share({
        connector: () => new ReplaySubject(1),
        resetOnRefCountZero: () => {
          this.watched.delete(key);
          return timer(0);
        },
      }),
    );
  }
}
