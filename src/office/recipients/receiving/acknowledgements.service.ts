import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Batched } from '../../../platform/process/batched.ts';
import type { Acknowledgement } from './acknowledgement.entity.ts';
import { acknowledging, mayAcknowledge, writeAcknowledgements, type Wish } from './acts.ts';
import { readFacts, readFactsOfMany } from './read-facts.ts';
import type { ToldRecipient } from './recipient-facts.ts';

/** Who acknowledged, then or before. */
export interface Acknowledged {
  recipient: ToldRecipient;
  acknowledgement: Acknowledgement;
}

type WishOfOne = Wish & { recipientId: string };

/**
 * Acknowledges. Thousands do so within minutes of an urgent dispatch, and each waits for the disk: those
 * who come while one transaction is under way share the next.
 */
@Injectable()
export class AcknowledgementsService {
  private readonly batches = new Batched<WishOfOne, Acknowledged>((wishes) =>
    this.together(wishes),
  );

  constructor(private readonly database: DataSource) {}

  /** The first one counts; asking again changes nothing and is no error. */
  async acknowledge(wish: Wish): Promise<Acknowledged> {
    const { recipient, acknowledgement } = await readFacts(this.database.manager, wish.holder);
    if (acknowledgement) return { recipient, acknowledgement };
    return this.batches.do({ ...wish, recipientId: recipient.id });
  }

  /** Many of one agency; what was acknowledged stays so when another cannot be. Throws what the first of those throws. */
  async acknowledgeMany(recipientIds: string[], wish: (id: string) => Wish): Promise<void> {
    const all = await Promise.allSettled(
      recipientIds.map((recipientId) => this.batches.do({ ...wish(recipientId), recipientId })),
    );
    const failed = all.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /**
   * One transaction for all that nobody else acts for. Who cannot acknowledge is told so alone; so are the
   * others, and all when it fails, so that nobody waits or fails because of another.
   */
  private async together(wishes: WishOfOne[]): Promise<Promise<Acknowledged>[]> {
    const done = await this.database
      .transaction((manager) => acknowledgeTogether(manager, wishes))
      .catch(() => new Map<string, Acknowledged>());
    return wishes.map(async (wish) => done.get(wish.recipientId) ?? this.alone(wish));
  }

  private alone(wish: Wish): Promise<Acknowledged> {
    return this.database.transaction(async (manager) => {
      const facts = await readFacts(manager, wish.holder, { lock: 'wait' });
      const { recipient } = facts;
      if (facts.acknowledgement) return { recipient, acknowledgement: facts.acknowledgement };
      const written = await writeAcknowledgements(manager, [acknowledging(facts, wish)]);
      return { recipient, acknowledgement: written.get(recipient.id)! };
    });
  }
}

/** Those that have acknowledged then, by recipient. */
async function acknowledgeTogether(
  manager: EntityManager,
  wishes: WishOfOne[],
): Promise<Map<string, Acknowledged>> {
  const byRecipient = new Map(wishes.map((wish) => [wish.recipientId, wish]));
  const held = await readFactsOfMany(manager, [...byRecipient.keys()], { lock: 'free' });
  const acts = held.flatMap((facts) => {
    const wish = byRecipient.get(facts.recipient.id)!;
    return facts.acknowledgement || !mayAcknowledge(facts, wish)
      ? []
      : [acknowledging(facts, wish)];
  });
  const written = await writeAcknowledgements(manager, acts);
  return new Map(
    held.flatMap(({ recipient, acknowledgement: former }) => {
      const acknowledgement = former ?? written.get(recipient.id);
      return acknowledgement ? [[recipient.id, { recipient, acknowledgement }]] : [];
    }),
  );
}
