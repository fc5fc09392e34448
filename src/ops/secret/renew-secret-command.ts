import { parseArgs } from 'node:util';
import { InstallationKeys } from '../../platform/installation/installation-keys.ts';
import { installationIn } from '../../platform/installation/own-secret.ts';
import { newSecretIn } from '../../platform/installation/secret-of.ts';
import { RefusedToStart } from '../../platform/process/refused-to-start.ts';
import { run } from '../../platform/process/run.ts';
import { withDatabaseHere } from '../database-here.ts';
import { planInWords, planRenewal } from './plan-renewal.ts';
import { renewSecret } from './renew-secret.ts';

const RENEWED =
  'Đã đổi. Từ nay mọi máy khởi động với INSTALLATION_SECRET mới; cất khóa ấy ở nơi khác.\n';
const RENEWED_OF_START =
  'Đã đổi. Ghi khóa mới vào tệp installation-secret trong DATA_DIR (xóa link-secret nếu có) rồi mới chạy npm start.\n';

/** `npm run secret:renew` says what it would end; with `--confirm` it does it. */
await run(async () => {
  const { values } = parseArgs({
    options: {
      confirm: { type: 'boolean', default: false },
      'end-links': { type: 'boolean', default: false },
    },
  });
  const endsLinks = values['end-links'];
  const keys = new InstallationKeys(newSecretIn(process.env));
  const former = process.env.FORMER_INSTALLATION_SECRET?.trim() || undefined;
  await withDatabaseHere(process.env, async (database, here) => {
    const kept = await installationIn(database.manager);
    if (!kept) {
      throw new RefusedToStart(
        'Cơ sở dữ liệu này chưa gắn với khóa bí mật nào: không có gì để đổi. Khởi động với INSTALLATION_SECRET là đủ.',
      );
    }
    if (kept.secretFingerprint === keys.fingerprint) {
      throw new RefusedToStart(
        'INSTALLATION_SECRET vẫn là khóa đang dùng. Muốn đổi: đặt khóa mới vào INSTALLATION_SECRET (openssl rand -base64 32) và khóa đang dùng vào FORMER_INSTALLATION_SECRET.',
      );
    }
    const formerKeys = former === undefined ? undefined : new InstallationKeys(former);
    if (formerKeys && formerKeys.fingerprint !== kept.secretFingerprint) {
      throw new RefusedToStart(
        'FORMER_INSTALLATION_SECRET không phải khóa bí mật của cơ sở dữ liệu này. Đặt đúng khóa đang dùng; đã mất hẳn thì bỏ biến này.',
      );
    }
    const plan = await planRenewal(database.manager);
    process.stdout.write(`Ở ${here.name}:\n${planInWords(plan, formerKeys, endsLinks)}\n`);
    if (!values.confirm) {
      process.stdout.write(
        'Chưa đổi gì. Dừng mọi tiến trình web, worker, rồi chạy lại với --confirm để đổi.\n',
      );
      return;
    }
    await database.transaction((manager) => renewSecret(manager, keys, former, endsLinks));
    process.stdout.write(here.isOfStart ? RENEWED_OF_START : RENEWED);
  });
});
