import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignInNeeded } from '../web/sign-in-needed.ts';
import { Throttle, type Limit } from '../web/throttle.ts';
import { Account } from './account.entity.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import type { Session } from './session.entity.ts';
import { SessionsService } from './sessions.service.ts';
import type { Visitor } from './visitor.ts';

/** One person from one place; one person from anywhere; anyone from one place, which may be a whole office. */
const PERSON_HERE: Limit = { tries: 10, seconds: 900 };
const PERSON: Limit = { tries: 100, seconds: 900 };
const HERE: Limit = { tries: 200, seconds: 900 };

/** From a name and a password to a session, with the second factor where there is one. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger('SignIn');

  constructor(
    private readonly database: DataSource,
    private readonly throttle: Throttle,
    private readonly sessions: SessionsService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** A browser's way: the token of a session that may still want a code. Nothing when name or password is wrong. */
  async begin(username: string, password: string, visitor: Visitor): Promise<string | undefined> {
    const account = await this.checked(username, password, visitor);
    if (!account) return undefined;
    const stage = await this.secondFactor.stageAfterPassword(account);
    return this.sessions.start(account, 'password', stage, visitor);
  }

  /** A program's way: everything at once. */
  async complete(
    username: string,
    password: string,
    code: string | undefined,
    visitor: Visitor,
  ): Promise<string | undefined> {
    const account = await this.checked(username, password, visitor);
    if (!account) return undefined;
    const stage = await this.secondFactor.stageAfterPassword(account);
    if (stage === 'enrol') throw new SignInNeeded('enrol');
    if (stage === 'second-factor' && !(code && (await this.secondFactor.accepts(account, code)))) {
      throw new SignInNeeded('second-factor');
    }
    return this.sessions.start(account, 'password', 'complete', visitor);
  }

  /** The token after a right code; none after a wrong one. */
  async addCode(account: Account, session: Session, code: string): Promise<string | undefined> {
    if (!(await this.secondFactor.accepts(account, code))) {
      this.logger.warn(`wrong code for account ${account.id}`);
      return undefined;
    }
    return (await this.sessions.rotate(session, { stage: 'complete' })).token;
  }

  /** Whether the old password was right; if so all other sessions have ended. */
  async changePassword(session: Session, old: string, next: string): Promise<boolean> {
    const { accountId: id } = session;
    await this.throttle.take(`password change ${id}`, PERSON_HERE);
    const { passwordHash } = await this.database.manager.findOneOrFail(Account, {
      where: { id },
      select: { id: true, passwordHash: true },
    });
    if (!(await passwordMatches(passwordHash, old))) return false;
    await this.database.manager.update(Account, { id }, { passwordHash: await hashPassword(next) });
    await this.sessions.endOthers(session);
    return true;
  }

  private async checked(
    username: string,
    password: string,
    { address }: Visitor,
  ): Promise<Account | undefined> {
    const person = `password ${username.toLowerCase()}`;
    const here = `password from ${address}`;
    const personHere = `${person} ${here}`;
    await this.throttle.take(personHere, PERSON_HERE);
    await this.throttle.take(person, PERSON);
    await this.throttle.take(here, HERE);
    const account = await this.database.manager.findOne(Account, {
      where: { username },
      select: {
        ...{ id: true, username: true, role: true, officeId: true },
        ...{ passwordHash: true, closedAt: true },
      },
    });
    const isRight = await passwordMatches(account?.passwordHash, password);
    if (!isRight || account!.closedAt) {
      this.logger.warn(`wrong name or password from ${address}`);
      return undefined;
    }
    await this.throttle.forget(personHere);
    await this.throttle.giveBack(person);
    await this.throttle.giveBack(here);
    return account!;
  }
}
