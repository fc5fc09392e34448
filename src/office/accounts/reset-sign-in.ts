import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { record, type Actor } from '../journal/journal.ts';
import { Account } from './account.entity.ts';
import { ApiKey } from './api-keys/api-key.entity.ts';
import { dictatedPassword } from './dictated-password.ts';
import { KnownDevice } from './known-devices/known-device.entity.ts';
import { AccountNotice, type ResetDetails } from './notices/account-notice.entity.ts';
import { OpenidIdentity } from './openid/openid-identity.entity.ts';
import { hashPassword } from './password.ts';
import { PasskeyChallenge } from './passkeys/passkey-challenge.entity.ts';
import { Passkey } from './passkeys/passkey.entity.ts';
import { RecoveryCode } from './second-factor/recovery-code.entity.ts';
import { TotpSecret } from './second-factor/totp-secret.entity.ts';
import { Session } from './session.entity.ts';

/** The new password, to be handed over; everything else that signed in or acted for the account has ended. */
export async function resetSignIn(
  manager: EntityManager,
  { id: accountId }: Account,
  by: Actor,
): Promise<{ password: string; ended: ResetDetails }> {
  const password = dictatedPassword();
  const passwordHash = await hashPassword(password);
  // Whoever is let in anew is here, whatever a list said.
  const anew = { passwordHash, mustChangePassword: true, signInEndedAt: null };
  await manager.update(Account, { id: accountId }, anew);
  const ended = await endAccess(manager, accountId);
  await manager.insert(AccountNotice, { accountId, details: { ...ended } });
  await record(manager, by, 'reset-sign-in', accountId, { ...ended });
  return { password, ended };
}

/** Keys stay as a record of what there was; the rest is gone. */
export async function endAccess(manager: EntityManager, accountId: string): Promise<ResetDetails> {
  const now = new Date();
  const keys = await manager.update(
    ApiKey,
    { accountId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
    { revokedAt: now },
  );
  const passkeys = await manager.delete(Passkey, { accountId });
  const sessions = await manager.delete(Session, { accountId });
  const secrets = await manager.delete(TotpSecret, { accountId });
  for (const entity of [RecoveryCode, PasskeyChallenge, OpenidIdentity, KnownDevice]) {
    await manager.delete(entity, { accountId });
  }
  return {
    keys: keys.affected ?? 0,
    passkeys: passkeys.affected ?? 0,
    sessions: sessions.affected ?? 0,
    secondFactor: (secrets.affected ?? 0) > 0,
  };
}
