import { randomBytes } from 'node:crypto';
import { Account } from '../accounts/account.entity.ts';
import { hashPassword } from '../accounts/password.ts';
import { Passkey } from '../accounts/passkeys/passkey.entity.ts';
import { RecoveryCode } from '../accounts/second-factor/recovery-code.entity.ts';
import { TotpSecret } from '../accounts/second-factor/totp-secret.entity.ts';
import { Session } from '../accounts/session.entity.ts';
import { connect } from '../database.ts';
import { databaseUrlIn } from '../database-url.ts';
import { record } from '../journal/journal.ts';
import { RefusedToStart } from '../refused-to-start.ts';
import { run } from '../run.ts';

const USAGE = 'Cách dùng: DATABASE_URL=… npm run reset-sign-in -- TÊN_ĐĂNG_NHẬP\n';
const NOT_RUN = 2;

/** For somebody who lost everything: a new password, printed once; nothing else signs in any more. */
await run(async () => {
  const [username, ...more] = process.argv.slice(2);
  if (!username || more.length > 0) {
    process.stderr.write(USAGE);
    return NOT_RUN;
  }
  const database = await connect(databaseUrlIn(process.env));
  try {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(password);
    await database.transaction(async (manager) => {
      const account = await manager.findOneBy(Account, { username });
      if (!account) {
        throw new RefusedToStart(
          `Không có tài khoản “${username}”. Ghi tên đăng nhập đúng từng chữ, kể cả hoa, thường.`,
        );
      }
      const { id: accountId } = account;
      await manager.update(Account, { id: accountId }, { passwordHash });
      for (const entity of [TotpSecret, RecoveryCode, Passkey, Session]) {
        await manager.delete(entity, { accountId });
      }
      await record(manager, account, 'reset-sign-in', accountId);
    });
    process.stdout.write(`${username}  ${password}\n`);
  } finally {
    await database.destroy();
  }
  return 0;
});
