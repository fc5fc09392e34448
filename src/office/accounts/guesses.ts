import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { record } from '../journal/journal.ts';
import { neighbourhoodOf, networkOf } from '../../platform/web/network.ts';
import { Throttle, TooManyTries, type Limit } from '../../platform/web/throttle.ts';
import { Account } from './account.entity.ts';
import { deviceHash, KnownDevicesService } from './known-devices/known-devices.service.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

const SECONDS = 900;
/** One person in one network, or in a browser where that person signed in before. */
const PERSON_HERE: Limit = { tries: 10, seconds: SECONDS };
/** Anyone in one network, which may be a whole office: a flood, not a forgetful morning. */
const HERE: Limit = { tries: 1000, seconds: SECONDS };
/** One person from all networks together (NIST SP 800-63B-4, 3.2.2: at most 100) … */
const PERSON: Limit = { tries: 100, seconds: SECONDS };
/** … and beyond that one try from each neighbourhood, so that many who guess do not keep out the one who knows … */
const FIRST_HERE: Limit = { tries: 1, seconds: SECONDS };
/** … until so many guess that only browsers the person has used are listened to. */
const SIEGE: Limit = { tries: 1000, seconds: SECONDS };
/** Pauses that one account's journal takes up in a day. */
const NOTED: Limit = { tries: 20, seconds: 86_400 };

/** What one try was counted as. */
export interface Attempt {
  mine: string[];
  everyones: string[];
}

/**
 * Counts guesses at passwords so that guessing stops and the owner comes in: a browser in which the
 * person signed in before is counted by itself. Names that nobody has are counted alike.
 */
@Injectable()
export class Guesses implements OnApplicationShutdown {
  private readonly logger = new Logger('SignIn');
  private noting: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly throttle: Throttle,
    private readonly devices: KnownDevicesService,
  ) {}

  /** Counts a try; refuses it, unlooked at, when it is one too many. */
  async begin(username: string, visitor: SignInAttempt): Promise<Attempt> {
    const { deviceToken } = visitor;
    const person = `password ${username.toLowerCase()}`;
    const isKnown = await this.devices.knows({ username }, deviceToken);
    try {
      if (isKnown) return await this.takeKnown(`${person} device ${deviceHash(deviceToken!)}`);
      return await this.takeUnknown(person, visitor.address);
    } catch (error) {
      if (error instanceof TooManyTries && error.isFirst) this.note(username);
      throw error;
    }
  }

  /** It was right: it does not count, and what this person did wrong here is forgotten. */
  async forgive({ mine, everyones }: Attempt): Promise<void> {
    for (const what of mine) await this.throttle.forget(what);
    for (const what of everyones) await this.throttle.giveBack(what);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.noting;
  }

  private async takeKnown(here: string): Promise<Attempt> {
    await this.throttle.take(here, PERSON_HERE);
    return { mine: [here], everyones: [] };
  }

  private async takeUnknown(person: string, address: string): Promise<Attempt> {
    const here = `password from ${networkOf(address)}`;
    const personHere = `${person} ${here}`;
    await this.throttle.take(personHere, PERSON_HERE);
    await this.throttle.take(here, HERE);
    const attempt = { mine: [personHere], everyones: [person, here] };
    try {
      await this.throttle.take(person, PERSON);
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      const first = `${person} near ${neighbourhoodOf(address)}`;
      await this.throttle.take(first, FIRST_HERE);
      await this.throttle.take(`${person} besieged`, SIEGE);
      attempt.mine.push(first);
    }
    return attempt;
  }

  /** Not waited for: whether there is such a person must not show in how long an answer takes. */
  private note(username: string): void {
    this.noting = this.noting
      .then(() => this.record(username))
      .catch((error: Error) => {
        if (!(error instanceof TooManyTries)) this.logger.warn(error.message);
      });
  }

  private async record(username: string): Promise<void> {
    const account = await this.database.manager.findOneBy(Account, { username });
    if (!account) return;
    await this.throttle.take(`pauses of ${account.id}`, NOTED);
    await this.database.transaction((manager) =>
      record(manager, { id: null, officeId: account.officeId }, 'sign-in-paused', account.id),
    );
  }
}
