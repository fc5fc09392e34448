import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource, LessThan, Not, type EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import type { Account } from './account.entity.ts';
import { Session, type Stage } from './session.entity.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

const sha256 = (token: string) => createHash('sha256').update(token).digest('hex');
const endByToken = (manager: EntityManager, hash: string) =>
  manager.delete(Session, [{ tokenHash: hash }, { previousHash: hash }]);
const newToken = () => randomBytes(32).toString('base64url');

/** A token is replaced when it is this old … */
const ROTATE_AFTER = 30 * 60_000;
/** … and counts for this long after the browser came back with the next: requests cross each other. */
const GRACE = 60_000;
/** What is seen is written down this often. */
const NOTE_AFTER = 60_000;

export interface OpenSession {
  session: Session;
  /** The browser shall keep this from now on. */
  token?: string;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** The token of a new session, which takes the place of the browser's former one. */
  async start(
    account: Pick<Account, 'id'>,
    how: Session['how'],
    stage: Stage,
    { address, device }: SignInAttempt,
    former?: string,
  ): Promise<string> {
    const token = newToken();
    const { sessionHours, sessionIdleMinutes } = this.config;
    const ago = (ms: number) => new Date(Date.now() - ms);
    await this.database.transaction(async (manager) => {
      const sessions = manager.getRepository(Session);
      await sessions.delete({ expiresAt: LessThan(new Date()) });
      await sessions.delete({ seenAt: LessThan(ago(sessionIdleMinutes * 60_000)) });
      if (former) await endByToken(manager, sha256(former));
      await sessions.insert({
        address,
        device,
        how,
        stage,
        accountId: account.id,
        tokenHash: sha256(token),
        expiresAt: new Date(Date.now() + sessionHours * 3_600_000),
      });
    });
    return token;
  }

  /** The session of a token that is neither too old nor unused for too long. */
  async find(token: string, { address }: SignInAttempt): Promise<OpenSession | undefined> {
    const hash = sha256(token);
    // Each request asks this: with a limit, as `findOne` has, TypeORM would ask twice (typeorm#5694).
    const [session] = await this.database.manager.find(Session, {
      where: [{ tokenHash: hash }, { previousHash: hash }],
      relations: { account: { office: true } },
    });
    if (!session || !session.account.maySignIn) return undefined;
    const now = Date.now();
    const isIdle = now - session.seenAt.getTime() > this.config.sessionIdleMinutes * 60_000;
    if (session.expiresAt.getTime() <= now || isIdle) return undefined;
    if (session.tokenHash !== hash) return this.withPrevious(session, now);
    if (session.previousHash && !session.confirmedAt) session.confirmedAt = new Date(now);
    else if (now - session.seenAt.getTime() < NOTE_AFTER && session.address === address) {
      return { session };
    }
    const { id, confirmedAt } = session;
    await this.database.manager.update(
      Session,
      { id },
      { seenAt: new Date(now), confirmedAt, address },
    );
    return now - session.rotatedAt.getTime() > ROTATE_AFTER ? this.rotate(session) : { session };
  }

  /**
   * Replaces the token. The old one counts until the browser has come back with the new one, so an
   * answer that was lost on the way signs nobody out.
   */
  rotate(session: Session, changes: { stage?: Stage } = {}): Promise<OpenSession> {
    const token = newToken();
    const previousHash = changes.stage ? null : session.tokenHash;
    return this.replace(session, token, { ...changes, previousHash, confirmedAt: null });
  }

  /** The account's open sessions, the latest first. */
  list(account: Account): Promise<Session[]> {
    return this.database.manager.find(Session, {
      where: { accountId: account.id },
      order: { seenAt: 'DESC' },
    });
  }

  async end(account: Account, id: string): Promise<void> {
    await this.database.manager.findOneByOrFail(Session, { id, accountId: account.id });
    await this.database.manager.delete(Session, { id, accountId: account.id });
  }

  async endOthers(
    { id, accountId }: Session,
    manager: EntityManager = this.database.manager,
  ): Promise<void> {
    await manager.delete(Session, { accountId, id: Not(id) });
  }

  /** A replaced token: a request that was under way, an answer that was lost, or a thief. */
  private async withPrevious(session: Session, now: number): Promise<OpenSession | undefined> {
    if (!session.confirmedAt) {
      const isCrossing = now - session.rotatedAt.getTime() < GRACE;
      return isCrossing ? { session } : this.rotateAgain(session);
    }
    if (now - session.confirmedAt.getTime() < GRACE) return { session };
    await this.database.manager.delete(Session, { id: session.id });
    return undefined;
  }

  /** The new token never arrived: another one in its place, the old one still counts. */
  private rotateAgain(session: Session): Promise<OpenSession> {
    return this.replace(session, newToken(), { seenAt: new Date() });
  }

  /** Where two requests replace it at once, the first one's token counts. */
  private async replace(
    session: Session,
    token: string,
    changes: Partial<Pick<Session, 'stage' | 'previousHash' | 'confirmedAt' | 'seenAt'>>,
  ): Promise<OpenSession> {
    const { affected } = await this.database.manager.update(
      Session,
      { id: session.id, tokenHash: session.tokenHash },
      { ...changes, tokenHash: sha256(token), rotatedAt: new Date() },
    );
    return affected === 0 ? { session } : { session, token };
  }
}
