import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { renderToString } from 'preact-render-to-string';
import {
  distinctUntilChanged,
  exhaustMap,
  filter,
  map,
  ReplaySubject,
  share,
  Subject,
  takeUntil,
  timer,
  type Observable,
} from 'rxjs';
import { LivePart } from '../../../../templates/office/follow-up/progress/live-part.tsx';
import { TrackingService } from './tracking.service.ts';

const LOOK_EVERY = 2000;

/** The browser asks again by itself; then its session is looked at again. */
const WATCH_FOR = 600_000;

/** The part of the progress page that moves: looked up once for all who watch a dispatch, sent when it is new. */
@Injectable()
export class LiveProgress implements BeforeApplicationShutdown {
  private readonly watched = new Map<string, Observable<string>>();
  private readonly closing = new Subject<void>();

  constructor(private readonly tracking: TrackingService) {}

  /** HTML of the part, now and after every change; a clerk's holds the buttons of the run. */
  watch(dispatchId: string, isClerk: boolean): Observable<string> {
    const key = `${dispatchId} ${isClerk}`;
    let shared = this.watched.get(key);
    if (!shared) this.watched.set(key, (shared = this.look(key, dispatchId, isClerk)));
    return shared.pipe(takeUntil(timer(WATCH_FOR)), takeUntil(this.closing));
  }

  beforeApplicationShutdown(): void {
    this.closing.next();
  }

  private look(key: string, dispatchId: string, isClerk: boolean): Observable<string> {
    return timer(0, LOOK_EVERY).pipe(
      exhaustMap(() => this.tracking.progress(dispatchId).catch(() => undefined)),
      filter((progress) => progress !== undefined),
      map((progress) => renderToString(<LivePart {...{ dispatchId, progress, isClerk }} />)),
      distinctUntilChanged(),
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
