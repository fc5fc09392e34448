import { createHash, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { BytesInOrder } from './bytes-in-order.ts';
import { brokenPiece, DamagedFile } from './damaged-file.ts';
import { PIECE, piecesIn } from './pieces.ts';
import { storeWith } from './stores.ts';

/** Bytes of a file, first and last one counted. */
export interface Span {
  from: number;
  to: number;
}

/** A file that is kept. At most two of its pieces are in memory for each reader, wherever they come from. */
export class KeptFile {
  constructor(
    private readonly manager: EntityManager,
    readonly sha256: string,
    readonly mediaType: string,
    readonly size: number,
    readonly contentId: string,
  ) {}

  /** Its bytes, or those of `span`; a stream that is destroyed stops reading. */
  stream(span?: Span): Readable {
    return Readable.from(this.pieces(span), { objectMode: false });
  }

  /**
   * Each is given out only when it is what was kept, the last one of the whole file only when all of them
   * are. Throws `DamagedFile` where one is not.
   */
  async *pieces({ from, to }: Span = { from: 0, to: this.size - 1 }): AsyncGenerator<Buffer> {
    const last = piecesIn(to + 1) - 1;
    const whole = from === 0 && last === piecesIn(this.size) - 1 ? createHash('sha256') : undefined;
    let elsewhere: BytesInOrder | undefined;
    try {
      for (let position = Math.floor(from / PIECE); position <= last; position += 1) {
        const kept = await this.row(position);
        elsewhere ??= kept.bytes ? undefined : this.inStore(position);
        const bytes = kept.bytes ?? (await elsewhere!.take(this.asked(position)));
        if (hash('sha256', bytes) !== kept.sha256) throw this.damagedAt(position);
        whole?.update(bytes);
        if (position === last && whole && whole.digest('hex') !== this.sha256) {
          throw new DamagedFile(this.sha256);
        }
        const start = position * PIECE;
        yield bytes.subarray(Math.max(0, from - start), to + 1 - start);
      }
    } finally {
      await elsewhere?.leave();
    }
  }

  /** Reads all of it and throws `DamagedFile` if it is not what was kept. */
  async check(): Promise<void> {
    for await (const piece of this.pieces()) void piece;
  }

  /** So that whoever asks next is told before the first byte. */
  async noteDamage(): Promise<void> {
    await this.manager.query(
      'UPDATE files SET damaged_at = coalesce(damaged_at, now()) WHERE sha256 = $1',
      [this.sha256],
    );
  }

  private async row(position: number): Promise<{ sha256: string; bytes: Buffer | null }> {
    const [row] = await this.manager.query<{ sha256: string; bytes: Buffer | null }[]>(
      'SELECT sha256, bytes FROM file_pieces WHERE content_id = $1 AND position = $2',
      [this.contentId, position],
    );
    if (!row) throw this.damagedAt(position);
    return row;
  }

  private inStore(position: number): BytesInOrder {
    const store = storeWith(this.sha256, this.manager.connection);
    return new BytesInOrder(store.read(this.sha256, position * PIECE));
  }

  /** How much to take from the store: behind the last piece one more, which must not be there. */
  private asked(position: number): number {
    const isLast = position === piecesIn(this.size) - 1;
    return isLast ? this.size - position * PIECE + 1 : PIECE;
  }

  private damagedAt(position: number): DamagedFile {
    return new DamagedFile(this.sha256, brokenPiece(position, this.size));
  }
}
