import type { Channel } from '../channels/channel.ts';
import type { Letter } from '../channels/letter.ts';
import type { LetterKindName, Outcome } from '../attempts/outcome.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';

/** A row of an outbox that this worker has claimed. */
export interface Claimed {
  id: string;
  /** Over all retry rounds, from 1. */
  attemptNumber: number;
  /** Number of the attempt in this retry round, from 1. */
  attempt: number;
  retryRound: number;
  address: string;
  /** Start of this retry round: the lifetime counts from here. */
  queuedAt: Date;
}

/**
 * Where letters of a kind lie: a table whose rows have `state` (`waiting`, `sending` or what became of
 * them), `channel`, `address`, `attempts`, `due_at` and `claimed_by`. In SQL a row is called `letter`.
 */
export interface LetterRows {
  table: string;
  /** The column that names a row. */
  key: string;
  /** SQL: what it goes out together with. */
  batch: string;
  /** SQL: it may go now, as far as the office is concerned; `batch` is SQL for what it goes out together with. */
  isOpen: (batch: string) => string;
  /** SQL: the tables that `columns` are read from beside `letter`, and how their rows belong to it. */
  joined?: { from: string; on: string };
  /** SQL: what of the row is read when it is claimed, in the names of `Claimed`. */
  columns: string;
}

/** Letters that go out together, by one channel. */
export interface Batch<Row extends Claimed = Claimed> {
  officeId: string;
  /** Under an office's limit it reserves its sends before those that are not urgent. */
  isUrgent: boolean;
  /** Set while what is claimed goes back. */
  isHeld: boolean;
  /** Where somebody can look into it and let it go on. */
  breaker?: CircuitBreaker;
  /** The breaker has tripped. */
  hold?(reason: string): Promise<void>;
  /** Read when it goes, so that it is true then; undefined when it has nothing to say any more. */
  compose(row: Row): Promise<Letter | undefined>;
}

/** What the outbox must know of a kind of letter; the rest it does for all of them alike. */
export interface LetterKind<Row extends Claimed = Claimed> {
  readonly name: LetterKindName;
  readonly rows: LetterRows;
  /** Undefined when nothing of the batch can go now. */
  open(batch: string, channel: Channel): Promise<Batch<Row> | undefined>;
  /** Called with what was claimed, before any of it is sent. */
  onClaim?(rows: Row[]): Promise<void>;
  /** Writes down the outcomes of attempts. Safe to repeat: a known outcome changes nothing. */
  record(outcomes: Outcome[]): Promise<void>;
  /** Letters that had nothing to say any more. */
  drop?(id: string): Promise<void>;
}

/** The kinds that this process sends; each room adds its own. */
export class LetterKinds {
  private readonly kinds = new Map<LetterKindName, LetterKind>();

  add<Row extends Claimed>(kind: LetterKind<Row>): void {
    this.kinds.set(kind.name, kind as unknown as LetterKind);
  }

  /** Undefined for one that only a newer version knows. */
  find(name: LetterKindName): LetterKind | undefined {
    return this.kinds.get(name);
  }

  get all(): LetterKind[] {
    return [...this.kinds.values()];
  }
}
