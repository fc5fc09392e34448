import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OutcomeWal } from '../attempts/outcome-wal.ts';
import { Config } from '../../../platform/config/config.ts';
import { LetterKinds, type Claimed, type LetterKind, type LetterRows } from './letter-kind.ts';

/** The letters one worker has taken up. A lease keeps others off, so no lock is held while they travel. */
@Injectable()
export class Claims {
  private readonly held = new Map<string, Set<string>>();
  private readonly worker: string;
  /** A worker that is gone keeps its rows no longer than this; a living one renews. */
  private readonly leaseSeconds: number;

  constructor(
    private readonly database: DataSource,
    private readonly kinds: LetterKinds,
    wal: OutcomeWal,
    config: Config,
  ) {
    this.worker = wal.worker;
    this.leaseSeconds = config.leaseSeconds;
  }

  async claim(kind: LetterKind, batch: string, channel: string, limit: number): Promise<Claimed[]> {
    const { table, key, joined, columns } = kind.rows;
    const [rows] = await this.database.query<[Claimed[], number]>(
      `WITH due AS (
         SELECT letter.${key} AS id FROM ${table} letter WHERE ${isDue(kind.rows)} AND channel = $5
         ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE ${table} letter
       SET state = 'sending', attempts = letter.attempts + 1, claimed_by = $3,
           due_at = now() + make_interval(secs => $4)
       ${joined ? `FROM ${joined.from}` : ''}
       WHERE letter.${key} = ANY(ARRAY(SELECT id FROM due)) -- by index, however many there are
         ${joined ? `AND ${joined.on}` : ''}
       RETURNING letter.${key} AS id, letter.attempts AS "attemptNumber", letter.address, ${columns}`,
      [batch, limit, this.worker, this.leaseSeconds, channel],
    );
    await kind.onClaim?.(rows); // what is not held yet, renew() lets go
    for (const { id } of rows) this.heldOf(kind).add(id);
    return rows;
  }

  async isAnyDue({ rows }: LetterKind, batch: string, channel: string): Promise<boolean> {
    const found = await this.database.query<object[]>(
      `SELECT FROM ${rows.table} letter WHERE ${isDue(rows)} AND channel = $2 LIMIT 1`,
      [batch, channel],
    );
    return found.length > 0;
  }

  /** Batches with letters that are due, and by which channel. */
  due({ rows }: LetterKind): Promise<{ batch: string; channel: string }[]> {
    return this.database.query(
      `SELECT DISTINCT ${rows.batch} AS batch, channel FROM ${rows.table} letter
       WHERE state = 'waiting' AND due_at <= now() AND ${rows.isOpen(rows.batch)}`,
    );
  }

  /** The outcome is in the database; until then the row stays ours, however long that takes. */
  settle(kind: LetterKind, id: string): void {
    this.heldOf(kind).delete(id);
  }

  /** Renews what is held, and lets go what it does not know of: the answer to a claim can be lost. */
  async renew(): Promise<void> {
    for (const kind of this.kinds.all) await this.renewOf(kind);
  }

  private async renewOf(kind: LetterKind): Promise<void> {
    const { table, key } = kind.rows;
    const held = this.heldOf(kind);
    await this.database.query(
      `UPDATE ${table} SET state = 'waiting', claimed_by = NULL, due_at = now()
       WHERE claimed_by = $2 AND state = 'sending' AND ${key} <> ALL($1)
         AND due_at < now() + make_interval(secs => $3 / 2)`,
      [[...held], this.worker, this.leaseSeconds],
    );
    if (held.size === 0) return;
    await this.database.query(
      `UPDATE ${table} SET due_at = now() + make_interval(secs => $3)
       WHERE ${key} IN (SELECT ${key} FROM ${table}
                        WHERE ${key} = ANY($1) AND claimed_by = $2 AND state = 'sending'
                        FOR UPDATE SKIP LOCKED)`,
      [[...held], this.worker, this.leaseSeconds],
    );
  }

  /** Gives back what was not begun: no attempt was made. */
  async release(kind: LetterKind, ids: string[], dueAt: Date): Promise<void> {
    if (ids.length === 0) return;
    const { table, key } = kind.rows;
    for (const id of ids) this.settle(kind, id);
    await this.database.query(
      `UPDATE ${table}
       SET state = 'waiting', attempts = attempts - 1, claimed_by = NULL, due_at = $3
       WHERE ${key} = ANY($1) AND claimed_by = $2 AND state = 'sending'`,
      [ids, this.worker, dueAt],
    );
  }

  /**
   * Takes back what dead workers held: those whose lease is over, and those `workers` that are known to
   * be dead. Whether a letter of theirs went out is undecided; it goes again under the same id.
   */
  async reclaimExpired(workers: string[] = []): Promise<void> {
    for (const { rows } of this.kinds.all) {
      await this.database.query(
        `UPDATE ${rows.table} SET state = 'waiting', claimed_by = NULL, due_at = now()
         WHERE ${rows.key} IN (SELECT ${rows.key} FROM ${rows.table}
                               WHERE state = 'sending' AND (due_at <= now() OR claimed_by = ANY($1))
                               FOR UPDATE SKIP LOCKED)`,
        [workers],
      );
    }
  }

  private heldOf({ name }: LetterKind): Set<string> {
    let held = this.held.get(name);
    if (!held) this.held.set(name, (held = new Set()));
    return held;
  }
}

const isDue = ({ batch, isOpen }: LetterRows) =>
  `${batch} = $1 AND state = 'waiting' AND due_at <= now() AND ${isOpen('$1')}`;
