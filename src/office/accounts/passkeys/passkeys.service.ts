import { Injectable, Logger } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { DataSource, LessThan } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import type { Account } from '../account.entity.ts';
import { PasskeyChallenge } from './passkey-challenge.entity.ts';
import { Passkey } from './passkey.entity.ts';
import type { NewPasskey, UsedPasskey } from './passkey.schemas.ts';

const CHALLENGE_MS = 5 * 60_000;

/** WebAuthn with user verification: a passkey is two factors by itself (what one has, and a PIN or a finger). */
@Injectable()
export class PasskeysService {
  private readonly logger = new Logger('SignIn');

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  list({ id: accountId }: Account): Promise<Passkey[]> {
    return this.database.manager.find(Passkey, {
      where: { accountId },
      order: { createdAt: 'ASC' },
    });
  }

  async optionsToAdd(account: Account) {
    const options = await generateRegistrationOptions({
      rpName: 'Nơi Nhận',
      rpID: this.site.hostname,
      userName: account.username,
      userDisplayName: account.fullName,
      userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
      excludeCredentials: (await this.list(account)).map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.remember(options.challenge, account.id);
    return options;
  }

  async add(account: Account, { name, credential }: NewPasskey): Promise<void> {
    const accountId = account.id;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: credential as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.spend(challenge, accountId),
      expectedOrigin: this.site.origin,
      expectedRPID: this.site.hostname,
      requireUserVerification: true,
    }).catch((error: Error) => this.refused(error));
    if (!verified || !registrationInfo) throw notAccepted();
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    // One device may hold one passkey for one account; whose it is already is not told.
    if (await this.database.manager.existsBy(Passkey, { id })) throw notAccepted();
    await this.database.transaction(async (manager) => {
      await manager.insert(Passkey, {
        id,
        accountId,
        name,
        counter: String(counter),
        transports: transports ?? [],
        publicKey: Buffer.from(publicKey),
      });
      await record(manager, account, 'passkey-added', accountId, { name });
    });
  }

  async remove(account: Account, id: string): Promise<void> {
    const accountId = account.id;
    await this.database.transaction(async (manager) => {
      const { name } = await manager.findOneByOrFail(Passkey, { id, accountId });
      await manager.delete(Passkey, { id, accountId });
      await record(manager, account, 'passkey-removed', accountId, { name });
    });
  }

  /** Names nobody: the browser offers the passkeys it holds for this site. */
  async optionsToSignIn() {
    const options = await generateAuthenticationOptions({
      rpID: this.site.hostname,
      userVerification: 'required',
    });
    await this.remember(options.challenge, null);
    return options;
  }

  /** Whose passkey signed. */
  async signer({ credential }: UsedPasskey): Promise<Account> {
    const passkey = await this.database.manager.findOne(Passkey, {
      where: { id: credential.id },
      relations: { account: true },
    });
    if (!passkey?.account.maySignIn) throw notAccepted();
    const { id, publicKey, counter, transports } = passkey;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: (challenge) => this.spend(challenge, null),
      expectedOrigin: this.site.origin,
      expectedRPID: this.site.hostname,
      requireUserVerification: true,
      credential: {
        id,
        counter: Number(counter),
        publicKey: new Uint8Array(publicKey),
        transports: transports as AuthenticatorTransport[],
      },
    }).catch((error: Error) => this.refused(error));
    if (!verified) throw notAccepted();
    const used = { counter: String(authenticationInfo.newCounter), usedAt: new Date() };
    await this.database.manager.update(Passkey, { id }, used);
    return passkey.account;
  }

  private get site(): URL {
    return new URL(this.config.publicUrl);
  }

  private async remember(challenge: string, accountId: string | null): Promise<void> {
    const { manager } = this.database;
    await manager.delete(PasskeyChallenge, { expiresAt: LessThan(new Date()) });
    const expiresAt = new Date(Date.now() + CHALLENGE_MS);
    await manager.insert(PasskeyChallenge, { challenge, accountId, expiresAt });
  }

  /** Whether we asked for it, for this purpose, and nobody has answered yet. */
  private async spend(challenge: string, accountId: string | null): Promise<boolean> {
    const [, spent] = await this.database.query<[unknown, number]>(
      `DELETE FROM passkey_challenges
       WHERE challenge = $1 AND account_id IS NOT DISTINCT FROM $2::uuid AND expires_at > now()`,
      [challenge, accountId],
    );
    return spent === 1;
  }

  private refused(error: Error): never {
    this.logger.warn(`passkey: ${error.message}`);
    throw notAccepted();
  }
}

const notAccepted = () => new RuleViolation('passkey-refused');
