import { createHash } from 'node:crypto';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { linkToken } from '../../src/office/delivery/personal-link.ts';
import type { System } from '../../src/dev/system.ts';
import { until } from '../support/until.ts';
import { ANSWERS } from './matters.ts';

/** Three mailboxes are gone, one is full for now. */
export async function refuse({ mailbox }: System, database: DataSource): Promise<void> {
  const rows: { email: string }[] = await database.query(
    `SELECT email FROM agencies WHERE kind = 'commune' AND email IS NOT NULL ORDER BY code LIMIT 4`,
  );
  const [full, ...gone] = rows.map(({ email }) => email);
  mailbox!.rules.push(
    { code: 550, message: '5.1.1 User unknown', recipient: (address) => gone.includes(address) },
    { code: 452, message: '4.2.2 Mailbox full', recipient: (address) => address === full },
  );
}

const share = (id: string): number => createHash('sha256').update(id).digest()[0]! / 256;

/** Most acknowledge, some report, one sends it back; the link of one that has not. */
export async function answer({ config }: System, database: DataSource, dispatch: string) {
  const rows: { id: string; kind: string }[] = await database.query(
    `SELECT r.id, r.kind FROM recipients r JOIN deliveries d ON d.recipient_id = r.id
     WHERE r.dispatch_id = $1 AND d.state = 'accepted' ORDER BY r.code`,
    [dispatch],
  );
  await database.query(
    `UPDATE issuances SET issued_at = issued_at - interval '4 hours' WHERE dispatch_id = $1`,
    [dispatch],
  );
  await database.query(
    `UPDATE standings SET issued_at = issued_at - interval '4 hours' WHERE dispatch_id = $1`,
    [dispatch],
  );
  const visitor = request(config.publicUrl);
  const path = (id: string) => `/a/${linkToken(config.keys, id)}`;
  const open = rows.find(({ kind }) => kind === 'district')!;
  let refusals = 0;
  for (const { id, kind } of rows) {
    if (id === open.id) continue;
    const luck = share(id);
    if (luck < 0.72) {
      await database.query(
        `INSERT INTO acknowledgements (recipient_id, acknowledged_at, file_sha256, name, post)
         SELECT $1, issued_at + $3 * interval '4 hours', file_sha256, $4, $5
         FROM issuances WHERE dispatch_id = $2`,
        [id, dispatch, (luck / 0.72) ** 2, ANSWERS.person.name, ANSWERS.person.post],
      );
      if (luck < 0.03) {
        await visitor
          .post(`${path(id)}/report`)
          .type('form')
          .send({ ...ANSWERS.person, status: '4' })
          .expect(303);
      }
    } else if (refusals < 1 && kind === 'department') {
      refusals += 1;
      await visitor
        .post(`${path(id)}/refusal`)
        .type('form')
        .send(ANSWERS.refusal)
        .expect(303);
    }
  }
  return { recipient: open.id, path: path(open.id) };
}

export async function answerRecall({ config }: System, database: DataSource, dispatch: string) {
  const rows: { id: string }[] = await until(
    'all are asked',
    async () => {
      const found = await database.query(
        `SELECT recipient_id AS id FROM recall_notices JOIN recipients ON id = recipient_id
       WHERE dispatch_id = $1 AND state = 'sent' ORDER BY code`,
        [dispatch],
      );
      return found.length >= 8 ? found : undefined;
    },
    60,
  );
  for (const [index, { id }] of rows.slice(0, 5).entries()) {
    const form =
      index === 4
        ? { answer: 'refused', note: 'Đã triển khai xuống cơ sở.' }
        : { answer: 'agreed', isRemoved: index < 3 ? 'true' : undefined };
    await request(config.publicUrl)
      .post(`/a/${linkToken(config.keys, id)}/recall-answer`)
      .type('form')
      .send({ ...ANSWERS.person, ...form })
      .expect(303);
  }
}
