import { hash } from 'node:crypto';
import type { EntityManager, QueryFailedError } from 'typeorm';
import { RefusedToStart } from '../process/refused-to-start.ts';
import type { EarlierSecret, InstallationKeys } from './installation-keys.ts';
import { Installation } from './installation.entity.ts';

const NO_SUCH_TABLE = '42P01';

export const NOT_MIGRATED =
  'Cơ sở dữ liệu chưa có đủ bảng của phiên bản này. Chạy npm run migrate rồi khởi động lại.';

const OTHER_SECRET =
  'INSTALLATION_SECRET không phải khóa bí mật của cơ sở dữ liệu này, nên không khởi động: thư gửi đi sẽ mang đường dẫn hỏng. ' +
  'Đặt lại đúng khóa đã dùng từ đầu, như nhau trên mọi máy (với npm start: tệp installation-secret hoặc link-secret trong DATA_DIR). ' +
  'Khóa đã mất, hoặc muốn đổi: npm run secret:renew cho biết đổi thì mất gì.';

/** Refuses to start with another secret than the one that belongs to this database. */
export async function requireOwnSecret(
  manager: EntityManager,
  keys: InstallationKeys,
): Promise<void> {
  const kept = (await installationIn(manager)) ?? (await adopt(manager, keys));
  if (kept.secretFingerprint !== keys.fingerprint) throw new RefusedToStart(OTHER_SECRET);
  keys.believe(earlierSecretsOf(kept, keys));
}

export async function installationIn(manager: EntityManager): Promise<Installation | null> {
  try {
    return await manager.findOneBy(Installation, { id: true });
  } catch (error) {
    const { driverError } = error as Partial<QueryFailedError<{ code?: string } & Error>>;
    throw driverError?.code === NO_SUCH_TABLE ? new RefusedToStart(NOT_MIGRATED) : error;
  }
}

export function earlierSecretsOf(
  { earlierSecrets }: Installation,
  keys: InstallationKeys,
): EarlierSecret[] {
  const content = earlierSecrets && keys.unseal('earlier-secrets', '', earlierSecrets);
  return content ? (JSON.parse(content.toString()) as EarlierSecret[]) : [];
}

/** A database that knows no secret yet takes the first, unless what it holds proves that it was another. */
async function adopt(manager: EntityManager, keys: InstallationKeys): Promise<Installation> {
  const proofs = await proofsIn(manager, keys);
  if (proofs.length > 0 && !proofs.includes(true)) throw new RefusedToStart(OTHER_SECRET);
  await manager.query(
    'INSERT INTO installations (secret_fingerprint) VALUES ($1) ON CONFLICT DO NOTHING',
    [keys.fingerprint],
  );
  return manager.findOneByOrFail(Installation, { id: true }); // of several at once one was first
}

/** For the latest of what only the right secret could have made: whether it was this one. */
async function proofsIn(manager: EntityManager, keys: InstallationKeys): Promise<boolean[]> {
  const links = await manager.query<{ id: string; token_hash: string }[]>(
    'SELECT id, token_hash FROM recipients ORDER BY id DESC LIMIT 100',
  );
  const secondFactors = await manager.query<Sealed[]>(
    'SELECT account_id AS owner, sealed_secret AS sealed FROM totp_secrets LIMIT 100',
  );
  const webhooks = await manager.query<Sealed[]>(
    `SELECT id AS owner, webhook_secret AS sealed FROM agencies
     WHERE webhook_secret IS NOT NULL LIMIT 100`,
  );
  return [
    ...links.map(({ id, token_hash: known }) =>
      [keys.mac('link', id), keys.formerMac('link', id)].some(
        (mac) => hash('sha256', mac.toString('base64url')) === known,
      ),
    ),
    ...secondFactors.map(({ owner, sealed }) => !!keys.unseal('second-factor', owner, sealed)),
    ...webhooks.map(({ owner, sealed }) => !!keys.unseal('webhook', owner, sealed)),
  ];
}

interface Sealed {
  owner: string;
  sealed: string;
}
