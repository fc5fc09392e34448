import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, Not, type EntityManager } from 'typeorm';
import type { Account } from '../account.entity.ts';
import { KnownDevice } from './known-device.entity.ts';

/** Browsers keep no cookie longer (RFC 6265bis). */
export const DEVICE_DAYS = 400;
const DEVICES_OF_ONE = 20;

export const deviceHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** OWASP, "Slow Down Online Guessing Attacks with Device Cookies". */
@Injectable()
export class KnownDevicesService {
  constructor(private readonly database: DataSource) {}

  /** Whether this account was signed in to here before. */
  async knows(account: { username: string } | { id: string }, token?: string): Promise<boolean> {
    if (!token) return false;
    return this.database.manager.existsBy(KnownDevice, { account, tokenHash: deviceHash(token) });
  }

  async remember({ id: accountId }: Pick<Account, 'id'>, token: string): Promise<void> {
    await this.database.query(
      `INSERT INTO known_devices (token_hash, account_id) VALUES ($1, $2)
       ON CONFLICT (token_hash, account_id) DO UPDATE SET seen_at = now()`,
      [deviceHash(token), accountId],
    );
    await this.database.query(
      `DELETE FROM known_devices WHERE account_id = $1 AND (
         seen_at < now() - make_interval(days => ${DEVICE_DAYS})
         OR token_hash IN (SELECT token_hash FROM known_devices WHERE account_id = $1
                           ORDER BY seen_at DESC OFFSET ${DEVICES_OF_ONE}))`,
      [accountId],
    );
  }

  /** All but the one with this token. */
  async forgetOthers(manager: EntityManager, accountId: string, token = ''): Promise<void> {
    await manager.delete(KnownDevice, { accountId, tokenHash: Not(deviceHash(token)) });
  }
}
