import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash, randomBytes } from 'node:crypto';
import { LessThan, MoreThan, type Repository } from 'typeorm';
import { Account } from './account.entity.ts';
import { passwordMatches } from './password.ts';
import { SESSION_HOURS } from './session-cookie.ts';
import { Session } from './session.entity.ts';

const sha256 = (token: string) => createHash('sha256').update(token).digest('hex');

@Injectable()
export class SessionsService {
  constructor(
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
  ) {}

  /** The token of a new session, or nothing when name or password is wrong. */
  async start(username: string, password: string): Promise<string | undefined> {
    const account = await this.accounts.findOne({
      where: { username },
      select: { id: true, passwordHash: true },
    });
    if (!(await passwordMatches(account?.passwordHash, password))) return undefined;
    const token = randomBytes(32).toString('base64url');
    await this.sessions.delete({ expiresAt: LessThan(new Date()) });
    await this.sessions.insert({
      tokenHash: sha256(token),
      accountId: account!.id,
      expiresAt: new Date(Date.now() + SESSION_HOURS * 3_600_000),
    });
    return token;
  }

  async find(token: string): Promise<Account | undefined> {
    const session = await this.sessions.findOne({
      where: { tokenHash: sha256(token), expiresAt: MoreThan(new Date()) },
      relations: { account: { office: true } },
    });
    return session?.account;
  }

  async end(token: string): Promise<void> {
    await this.sessions.delete({ tokenHash: sha256(token) });
  }
}
