import { randomUUID } from 'node:crypto';
import type { OfficeRole } from '../../../src/office/accounts/account.entity.ts';
import type { Browser, TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';

/** A word that only restricted dispatches have, in all their parts and in what is said of them. */
export const SECRET = 'zuqorimax';

/** Those who read because of what they are; `unit` and `named` are drafters of no other reason. */
export type Inside = 'drafter' | 'unit' | 'named' | 'signer' | 'clerk';
/** People of the same office with a role each, and nothing to do with it. */
export type Outside = Exclude<OfficeRole, 'clerk'>;

export interface Restricted {
  /** Issued, to somebody; one that waits for its signature; one that is signed. */
  issued: string;
  waiting: string;
  signed: string;
  recipient: string;
  delivery: string;
  /** Accounts of its drafter and its signatory. */
  people: string[];
  /** A form of the drafter, with something typed. */
  writing: string;
  inside: Record<Inside, Browser>;
  outside: Record<Outside, Browser>;
  /** The same path about restricted ones, as far as it is about a dispatch or a recipient. */
  fill(path: string, dispatch: string): string;
}

const PEOPLE: [username: string, roles: string, unit: string | null][] = [
  ['cungphong', '{drafter}', 'BCVT'],
  ['phoihop', '{drafter}', 'TTBC'],
  ['ngoaidonvi', '{drafter}', 'TTBC'],
  ['phogiamdoc2', '{signer}', null],
];

/** Kept to the unit of `chuyenvien`, its signatory, the clerk and `phoihop`. */
export async function restrictedDispatches(office: TestOffice): Promise<Restricted> {
  const { database } = office;
  await database.query(
    `INSERT INTO units (office_id, symbol, name, valid_from)
     SELECT id, symbol, 'Phòng ' || symbol, '2024-01-01'
     FROM offices, unnest('{BCVT,TTBC}'::text[]) symbol WHERE code = 'STTTT'`,
  );
  for (const [username, roles, unit] of PEOPLE) {
    await database.query(
      `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash, unit_id)
       SELECT office_id, $1, 'Người ' || $1, 'Chuyên viên', $2, password_hash,
              (SELECT id FROM units WHERE symbol = $3)
       FROM accounts WHERE username = 'chuyenvien'`,
      [username, roles, unit],
    );
  }
  await database.query(
    `UPDATE accounts SET unit_id = (SELECT id FROM units WHERE symbol = 'BCVT')
     WHERE username = 'chuyenvien'`,
  );
  const names =
    'chuyenvien cungphong phoihop phogiamdoc vanthu ngoaidonvi phogiamdoc2 lanhdao quantri';
  const [drafter, unit, named, signer, clerk, ...others] = await Promise.all(
    names.split(' ').map((username) => office.as(username)),
  );
  const [{ id: reader }] = await database.query(
    `SELECT id FROM accounts WHERE username = 'phoihop'`,
  );
  const draft = await aDraft(office, {
    abstract: `nhân sự ${SECRET}`,
    body: `Về việc ${SECRET}./.`,
    legalBases: [`Căn cứ ${SECRET}`],
    annexes: [{ title: `Danh sách ${SECRET}`, body: `Tên ${SECRET}` }],
    copies: [
      { text: 'Như trên' },
      { text: `Các sở (${SECRET})`, to: 'Các sở, ban, ngành tỉnh' },
      { text: 'Lưu: VT, BCVT' },
    ],
    urgency: 'express',
    reading: 'restricted',
    readers: [reader],
  });
  const issued = await draftedBy(drafter!, draft);
  await returnedOnce(office, issued);
  await signed(office, issued);
  await clerk!
    .post(`/api/dispatches/${issued}/issuance`)
    .send({ withoutAddress: true })
    .expect(201);
  const waiting = await draftedBy(drafter!, draft);
  const writing = randomUUID();
  await drafter!
    .post(`/writings/${writing}`)
    .send({ dispatchId: waiting, abstract: SECRET })
    .expect(200);
  await drafter!.post(`/api/dispatches/${waiting}/submission`).expect(201);
  const third = await draftedBy(drafter!, draft);
  await signed(office, third);
  const [{ recipient, delivery }] = await database.query(
    `SELECT recipient_id AS recipient, id AS delivery FROM deliveries WHERE dispatch_id = $1`,
    [issued],
  );
  const people = await database.query(
    `SELECT id FROM accounts WHERE username IN ('chuyenvien', 'phogiamdoc')`,
  );
  return {
    issued,
    waiting,
    signed: third,
    recipient,
    delivery,
    people: people.map(({ id }: { id: string }) => id),
    writing,
    inside: { drafter: drafter!, unit: unit!, named: named!, signer: signer!, clerk: clerk! },
    outside: {
      drafter: others[0]!,
      signer: others[1]!,
      leader: others[2]!,
      administrator: others[3]!,
    },
    fill: (path, dispatch) =>
      path
        .replace('/dispatches/:id', `/dispatches/${dispatch}`)
        .replace('/recipients/:id', `/recipients/${recipient}`)
        .replace('/deliveries/:id', `/deliveries/${delivery}`),
  };
}

/** So that a reason is on record that has the word. */
async function returnedOnce(office: TestOffice, id: string): Promise<void> {
  const [drafter, signer] = await Promise.all(
    ['chuyenvien', 'phogiamdoc'].map((username) => office.as(username)),
  );
  await drafter!.post(`/api/dispatches/${id}/submission`).expect(201);
  const reason = `Xem lại ${SECRET}`;
  await signer!.post(`/api/dispatches/${id}/return`).send({ reason }).expect(200);
}
