import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource, IsNull } from 'typeorm';
import { Throttle, type Limit } from '../../web/throttle.ts';
import type { Account } from '../account.entity.ts';
import type { Visitor } from '../visitor.ts';
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
      ...{ name, scopes, accountId: account.id, keyHash: hashOf(key), hint: key.slice(0, 9) },
      expiresAt: new Date(Date.now() + days * DAY),
    });
    return Object.assign(await this.database.manager.save(row), { key });
  }

  async revoke({ id: accountId }: Account, id: string): Promise<void> {
    await this.database.manager.findOneByOrFail(ApiKey, { id, accountId });
    const revokedAt = new Date();
    await this.database.manager.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt });
  }

  /** The key that was shown, if it is good; who shows wrong ones is guessing. */
  async find(key: string, { address }: Visitor): Promise<ApiKey | undefined> {
    await this.throttle.require(`key ${address}`, WRONG_KEYS);
    const found = await this.database.manager.findOne(ApiKey, {
      where: { keyHash: hashOf(key) },
      relations: { account: { office: true } },
    });
    const now = new Date();
    if (!found?.isGoodAt(now) || found.account.closedAt) {
      await this.throttle.take(`key ${address}`, WRONG_KEYS);
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
