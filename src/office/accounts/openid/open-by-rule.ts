import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { record } from '../../journal/journal.ts';
import { Account } from '../account.entity.ts';
import { Username } from '../account.schemas.ts';
import { Office } from '../office.entity.ts';
import { unitsOn } from '../open-units.ts';
import { hashPassword } from '../password.ts';
import type { Claims, Fitting } from './openid-rules.ts';

const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 254;
const POST = 'Chưa ghi chức vụ';

/** A new account for somebody whom a rule lets in; nothing where the name is no name here, or somebody's. */
export async function openByRule(
  manager: EntityManager,
  { office: code, roles, unit }: Fitting,
  named: unknown,
  claims: Claims,
): Promise<Account | undefined> {
  const username = Username.safeParse(String(named).split('@')[0]).data;
  const office = await manager.findOneBy(Office, { code });
  if (!username || !office) return undefined;
  const { id: officeId } = office;
  // As for everything that changes the people of an office: one after another.
  await manager.query('SELECT 1 FROM offices WHERE id = $1 FOR NO KEY UPDATE', [officeId]);
  if (await manager.existsBy(Account, { username })) return undefined;
  const units = unit ? await unitsOn(manager, officeId, vietnamDate(new Date())) : [];
  const account = await manager.save(
    manager.create(Account, {
      officeId,
      username,
      roles,
      fullName: textOf(claims['name'], LONGEST_NAME) ?? username,
      post: textOf(claims['title'], LONGEST_NAME) ?? POST,
      email: textOf(claims['email'], LONGEST_ADDRESS) ?? null,
      unitId: units.find(({ symbol, name }) => symbol === unit || name === unit)?.id ?? null,
      passwordHash: await hashPassword(randomBytes(32).toString('base64url')),
    }),
  );
  const details = { username, roles, by: 'openid-rule' };
  await record(manager, account, 'person-opened', account.id, details);
  return account;
}

function textOf(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return text === '' || text.length > most ? undefined : text;
}
