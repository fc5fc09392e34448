import type { EntityManager } from 'typeorm';
import {
  InstallationKeys,
  type EarlierSecret,
} from '../../platform/installation/installation-keys.ts';
import { Installation } from '../../platform/installation/installation.entity.ts';
import { earlierSecretsOf } from '../../platform/installation/own-secret.ts';
import { record } from '../../office/journal/journal.ts';
import { RefusedToStart } from '../../platform/process/refused-to-start.ts';
import { planRenewal } from './plan-renewal.ts';

/** Gives the database another secret. Call it in a transaction, with nothing else at work. */
export async function renewSecret(
  manager: EntityManager,
  keys: InstallationKeys,
  formerSecret: string | undefined,
  endsLinks: boolean,
): Promise<void> {
  await requireNobodyElse(manager);
  const kept = await manager.findOneOrFail(Installation, {
    where: { id: true },
    lock: { mode: 'pessimistic_write' },
  });
  if (formerSecret !== undefined) await sealAnew(manager, new InstallationKeys(formerSecret), keys);
  if (endsLinks) {
    await manager.query('DELETE FROM later_links');
    await manager.query(`UPDATE recipients SET token_hash = 'ended ' || id`);
  }
  const earlier = formerSecret === undefined ? [] : believed(kept, formerSecret, endsLinks);
  await manager.query(
    `UPDATE installations
     SET secret_fingerprint = $1, earlier_secrets = $2, secret_set_at = now()`,
    [
      keys.fingerprint,
      earlier.length > 0
        ? keys.seal('earlier-secrets', '', Buffer.from(JSON.stringify(earlier)))
        : null,
    ],
  );
  const offices = await manager.query<{ id: string }[]>('SELECT id FROM offices');
  for (const { id } of offices) {
    await record(manager, { id: null, officeId: id }, 'secret-renewed', id, { endsLinks });
  }
}

/** Paper cannot be sent again; reports of mails under way come in for a while, unless somebody could make them up. */
function believed(kept: Installation, secret: string, endsLinks: boolean): EarlierSecret[] {
  const before = earlierSecretsOf(kept, new InstallationKeys(secret));
  const all: EarlierSecret[] = [...before, { secret, purposes: ['check-code', 'return-address'] }];
  return endsLinks ? all.map((each) => ({ ...each, purposes: ['check-code'] })) : all;
}

async function sealAnew(
  manager: EntityManager,
  former: InstallationKeys,
  keys: InstallationKeys,
): Promise<void> {
  const { secondFactors, webhooks } = await planRenewal(manager);
  for (const { id, sealed } of secondFactors) {
    const content = former.unseal('second-factor', id, sealed);
    if (!content) continue; // lost in an earlier renewal
    await manager.query('UPDATE totp_secrets SET sealed_secret = $2 WHERE account_id = $1', [
      id,
      keys.seal('second-factor', id, content),
    ]);
  }
  for (const { id, sealed } of webhooks) {
    const content = former.unseal('webhook', id, sealed);
    if (!content) continue;
    await manager.query('UPDATE agencies SET webhook_secret = $2 WHERE id = $1', [
      id,
      keys.seal('webhook', id, content),
    ]);
  }
}

/** A process at work would go on with the former secret. */
async function requireNobodyElse(manager: EntityManager): Promise<void> {
  const others = await manager.query<{ who: string }[]>(
    `SELECT coalesce(nullif(application_name, ''), 'noi-nhan') || ' ' || coalesce(host(client_addr), 'máy này') AS who
     FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  if (others.length === 0) return;
  const who = [...new Set(others.map((other) => other.who))].slice(0, 10).join(', ');
  throw new RefusedToStart(
    `Còn ${others.length} kết nối khác vào cơ sở dữ liệu (${who}). Dừng mọi tiến trình web và worker rồi chạy lại; chưa đổi gì.`,
  );
}
