import { randomBytes } from 'node:crypto';
import { Account } from '../accounts/account.entity.ts';
import { hashPassword } from '../accounts/password.ts';
import { Passkey } from '../accounts/passkeys/passkey.entity.ts';
import { RecoveryCode } from '../accounts/second-factor/recovery-code.entity.ts';
import { TotpSecret } from '../accounts/second-factor/totp-secret.entity.ts';
import { Session } from '../accounts/session.entity.ts';
import { connect } from '../database.ts';
import { record } from '../journal/journal.ts';

/** For somebody who lost everything: a new password, printed once; nothing else signs in any more. */
const [username] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!username || !url) throw new Error('DATABASE_URL=… npm run reset-sign-in -- USERNAME');
const database = await connect(url);
try {
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  await database.transaction(async (manager) => {
    const account = await manager.findOneByOrFail(Account, { username });
    const { id: accountId } = account;
    await manager.update(Account, { id: accountId }, { passwordHash });
    for (const entity of [TotpSecret, RecoveryCode, Passkey, Session]) {
      await manager.delete(entity, { accountId });
    }
    await record(manager, account, 'reset-sign-in', accountId);
  });
  console.log(`${username}  ${password}`);
} finally {
  await database.destroy();
}
