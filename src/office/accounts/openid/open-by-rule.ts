import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Email } from '../../../platform/text/mail-address.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { isBlank, line } from '../../../platform/web/schema.ts';
import { record } from '../../journal/journal.ts';
import { Account } from '../account.entity.ts';
import { Username } from '../account.schemas.ts';
import { Office } from '../office.entity.ts';
import { unitsOn } from '../open-units.ts';
import { hashPassword } from '../password.ts';
import { NotOpened, type Claims, type Fitting } from './openid-rules.ts';

const Name = line(100);
const POST = 'Chưa ghi chức vụ';

/** A new account for somebody whom a rule lets in, or `NotOpened`. An address that is none is left out. */
export async function openByRule(
  manager: EntityManager,
  { office: code, roles, unit }: Fitting,
  named: unknown,
  claims: Claims,
): Promise<Account> {
  const username = usernameOf(named);
  const office = await manager.findOneBy(Office, { code });
  if (!office) throw new NotOpened(`there is no office ${code}`);
  const { id: officeId } = office;
  // As for everything that changes the people of an office: one after another.
  await manager.query('SELECT 1 FROM offices WHERE id = $1 FOR NO KEY UPDATE', [officeId]);
  if (await manager.existsBy(Account, { username })) throw new NotOpened('its user name is taken');
  const units = unit ? await unitsOn(manager, officeId, vietnamDate(new Date())) : [];
  const email = Email.safeParse(claims['email']).data ?? null;
  const account = await manager.save(
    manager.create(Account, {
      officeId,
      username,
      roles,
      fullName: Name.safeParse(claims['name']).data ?? username,
      post: Name.safeParse(claims['title']).data ?? POST,
      email,
      unitId: units.find(({ symbol, name }) => symbol === unit || name === unit)?.id ?? null,
      passwordHash: await hashPassword(randomBytes(32).toString('base64url')),
    }),
  );
  const withoutEmail = email === null && !isBlank(claims['email']);
  const details = { username, roles, by: 'openid-rule', ...(withoutEmail && { withoutEmail }) };
  await record(manager, account, 'person-opened', account.id, details);
  return account;
}

/** What stands before @, when that is a name as the form for people takes it. */
function usernameOf(named: unknown): string {
  if (typeof named !== 'string') throw new NotOpened('the claim for its user name holds no text');
  const { data } = Username.safeParse(named.split('@')[0]);
  if (!data) throw new NotOpened('the claim for its user name holds none that is one here');
  return data;
}
