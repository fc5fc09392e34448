import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource, IsNull } from 'typeorm';
import { record } from '../../journal/journal.ts';
import { networkOf } from '../../../platform/web/network.ts';
import { Throttle, type Limit } from '../../../platform/web/throttle.ts';
import type { Account } from '../account.entity.ts';
import type { SignInAttempt } from '../sign-in-attempt.ts';
import { ApiKey } from './api-key.entity.ts';
import type { NewApiKey } from './api-key.schemas.ts';

const WRONG_KEYS: Limit = { tries: 30, seconds: 600 };
const NOTE_AFTER = 60_000;
const DAY = 86_400_000;

/** 256 random bits behind a beginning that scanners for leaked secrets can look for. */
const newKey = () => `nn_${randomBytes(32).toString('base64url')}`;
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: DataSource,
    private readonly throttle: Throttle,
  ) {}

  list({ id: accountId }: Account): Promise<ApiKey[]> {
    return this.database.manager.find(ApiKey, {
      where: { accountId },
      order: { createdAt: 'DESC' },
    });
  }

  /** The key as it must be kept now, for it is not shown again. */
  async create(
    account: Account,
    { name, scopes, days }: NewApiKey,
  ): Promise<ApiKey & { key: string }> {
    const key = newKey();
    const row = this.database.manager.create(ApiKey, {
      name,
      scopes,
      accountId: account.id,
      keyHash: hashOf(key),
      hint: key.slice(0, 9),
      expiresAt: new Date(Date.now() + days * DAY),
    });
    await this.database.transaction(async (manager) => {
      await manager.save(row);
      const { id, expiresAt } = row;
      await record(manager, account, 'key-made', account.id, { key: id, name, scopes, expiresAt });
    });
    return Object.assign(row, { key });
  }

  async revoke(account: Account, id: string): Promise<void> {
    const accountId = account.id;
    await this.database.transaction(async (manager) => {
      const { name } = await manager.findOneByOrFail(ApiKey, { id, accountId });
      const revokedAt = new Date();
      const { affected } = await manager.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt });
      if (affected) await record(manager, account, 'key-revoked', accountId, { key: id, name });
    });
  }

  /** The key that was shown, if it is good. Wrong ones alone are counted and refused: others may share the address. */
  async find(key: string, { address }: SignInAttempt): Promise<ApiKey | undefined> {
    const found = await this.database.manager.findOne(ApiKey, {
      where: { keyHash: hashOf(key) },
      relations: { account: { office: true } },
    });
    const now = new Date();
    if (!found?.isGoodAt(now) || !found.account.maySignIn) {
      await this.throttle.take(`key ${networkOf(address)}`, WRONG_KEYS);
      return undefined;
    }
    if (now.getTime() - (found.usedAt?.getTime() ?? 0) > NOTE_AFTER) {
      await this.database.manager.update(
        ApiKey,
        { id: found.id },
        { usedAt: now, usedFrom: address },
      );
    }
    return found;
  }
}
