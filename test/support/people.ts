import type { DataSource } from 'typeorm';
import type { Browser, TestOffice } from './office.ts';

/** One more office on the same system, with nothing but its letterhead; returns its id. */
export async function anOffice(
  database: DataSource,
  code = 'SNV',
  name = 'Sở Nội vụ',
): Promise<string> {
  const [row] = await database.query(
    `WITH office AS (INSERT INTO offices (code) VALUES ($1) RETURNING id)
     INSERT INTO office_heads (office_id, name, place, symbol)
     SELECT id, $2, 'Thái Bình', $1 FROM office RETURNING office_id AS id`,
    [code, name],
  );
  return row.id;
}

/** One more person who may sign, with the password of the sample; returns the account's id. */
export async function aSigner(
  office: TestOffice,
  username: string,
  fullName: string,
  post: string,
): Promise<string> {
  const [row] = await office.database.query(
    `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash)
     SELECT office_id, $1, $2, $3, '{signer}', password_hash
     FROM accounts WHERE username = 'phogiamdoc' RETURNING id`,
    [username, fullName, post],
  );
  return row.id;
}

/** A clerk of another office on the same system. */
export async function aStranger(office: TestOffice, username: string): Promise<void> {
  await office.database.query(
    `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash)
     SELECT $2, $1, 'Đỗ Văn Khách', 'Văn thư', '{clerk}', password_hash
     FROM accounts WHERE username = 'vanthu'`,
    [username, await anOffice(office.database)],
  );
}

/** The calendar date in Vietnam so many days from now, `YYYY-MM-DD`. */
export const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
    Date.now() + days * 86_400_000,
  );

/** What the page shows once of an account that was opened: the name has figures behind what was typed. */
export function openedAccount(page: string): { username: string; password: string } {
  const [, username, password] =
    /<code>([\w.-]+)<\/code><\/dd><dt>Mật khẩu<\/dt><dd><code>([\w-]{16})<\/code>/.exec(page)!;
  return { username: username!, password: password! };
}

export const OWN_PASSWORD = 'một mật khẩu của riêng mình';

/** For the first time, with a password that was told: another is chosen before anything else. */
export async function firstSignIn(
  browser: Browser,
  { username, password }: { username: string; password: string },
): Promise<Browser> {
  await browser.post('/session').type('form').send({ username, password }).expect(303);
  const chosen = { next: OWN_PASSWORD };
  await browser.post('/account/new-password').type('form').send(chosen).expect(303);
  return browser;
}
