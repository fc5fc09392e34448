import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { record } from '../journal/journal.ts';
import { SignInNeeded } from '../../platform/web/sign-in-needed.ts';
import { Throttle, type Limit } from '../../platform/web/throttle.ts';
import { Account } from './account.entity.ts';
import { Guesses } from './guesses.ts';
import { KnownDevicesService } from './known-devices/known-devices.service.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { SecondFactorService, stageAfterAll } from './second-factor/second-factor.service.ts';
import type { Session, Stage } from './session.entity.ts';
import { SessionsService } from './sessions.service.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** Wrong passwords in the form for a new one. */
const CHANGES: Limit = { tries: 10, seconds: 900 };

interface Begun {
  account: Account;
  stage: Stage;
}

/** From a name and a password to a session, with the second factor where there is one. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger('SignIn');

  constructor(
    private readonly database: DataSource,
    private readonly throttle: Throttle,
    private readonly sessions: SessionsService,
    private readonly secondFactor: SecondFactorService,
    private readonly guesses: Guesses,
    private readonly devices: KnownDevicesService,
  ) {}

  /** A browser's way: who it is, and what is still wanted. Nothing when name or password is wrong. */
  async begin(
    username: string,
    password: string,
    visitor: SignInAttempt,
  ): Promise<Begun | undefined> {
    const account = await this.checked(username, password, visitor);
    return account && { account, stage: await this.secondFactor.stageAfterPassword(account) };
  }

  /** A program's way: everything at once. */
  async complete(
    username: string,
    password: string,
    code: string | undefined,
    visitor: SignInAttempt,
  ): Promise<Account | undefined> {
    const account = await this.checked(username, password, visitor);
    if (!account) return undefined;
    const stage = await this.secondFactor.stageAfterPassword(account);
    if (stage === 'enrol' || stage === 'new-password') throw new SignInNeeded(stage);
    const isRight =
      stage === 'complete' || (code && (await this.secondFactor.accepts(account, code, visitor)));
    if (!isRight) throw new SignInNeeded('second-factor');
    if (account.mustChangePassword) throw new SignInNeeded('new-password');
    return account;
  }

  /** The session and its token after a right code; none after a wrong one. */
  async addCode(
    account: Account,
    session: Session,
    code: string,
    visitor: SignInAttempt,
  ): Promise<{ token: string | undefined; stage: Stage } | undefined> {
    if (!(await this.secondFactor.accepts(account, code, visitor))) {
      this.logger.warn(`wrong code for account ${account.id}`);
      return undefined;
    }
    // Whoever came by the provider did not use the password that was told.
    const stage = session.how === 'password' ? stageAfterAll(account) : 'complete';
    return { token: (await this.sessions.rotate(session, { stage })).token, stage };
  }

  /** In place of a password that was told; the session's next token, none where it is that one again. */
  async choosePassword(
    account: Account,
    session: Session,
    next: string,
  ): Promise<string | undefined> {
    const { id } = account;
    const { passwordHash } = await this.hashOf(id);
    if (await passwordMatches(passwordHash, next)) return undefined;
    const chosen = { passwordHash: await hashPassword(next), mustChangePassword: false };
    await this.database.transaction(async (manager) => {
      await manager.update(Account, { id }, chosen);
      await this.sessions.endOthers(session, manager);
      await record(manager, account, 'password-changed', id);
    });
    return (await this.sessions.rotate(session, { stage: 'complete' })).token;
  }

  /** The session's next token, when the old password was right; all other sessions have ended. */
  async changePassword(
    account: Account,
    session: Session,
    old: string,
    next: string,
    { deviceToken }: SignInAttempt,
  ): Promise<string | undefined> {
    const { id } = account;
    await this.throttle.take(`password change ${id}`, CHANGES);
    const { passwordHash } = await this.hashOf(id);
    if (!(await passwordMatches(passwordHash, old))) return undefined;
    const changed = await hashPassword(next);
    await this.database.transaction(async (manager) => {
      await manager.update(Account, { id }, { passwordHash: changed, mustChangePassword: false });
      await this.sessions.endOthers(session, manager);
      await this.devices.forgetOthers(manager, id, deviceToken);
      await record(manager, account, 'password-changed', id);
    });
    await this.throttle.forget(`password change ${id}`);
    return (await this.sessions.rotate(session, { stage: 'complete' })).token;
  }

  private hashOf(id: string): Promise<Account> {
    return this.database.manager.findOneOrFail(Account, {
      where: { id },
      select: { id: true, passwordHash: true },
    });
  }

  private async checked(
    username: string,
    password: string,
    visitor: SignInAttempt,
  ): Promise<Account | undefined> {
    const attempt = await this.guesses.begin(username, visitor);
    const account = await this.database.manager.findOne(Account, {
      where: { username },
      select: {
        id: true,
        username: true,
        roles: true,
        officeId: true,
        passwordHash: true,
        closedAt: true,
        signInEndedAt: true,
        mustChangePassword: true,
      },
    });
    const isRight = await passwordMatches(account?.passwordHash, password);
    if (!isRight || !account!.maySignIn) {
      this.logger.warn(`wrong name or password from ${visitor.address}`);
      return undefined;
    }
    await this.guesses.forgive(attempt);
    return account!;
  }
}
