import { ReportsService } from '../../src/office/delivery/bounces/reports.service.ts';
import { linkToken } from '../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE } from '../../src/dev/sample/thai-binh/office.ts';
import { testSigning } from '../../src/dev/test-signing.ts';
import { keepFacts } from '../../src/office/journal/facts/seal-facts.ts';
import { scratchFolder } from './scratch.ts';
import { aDraft, draftedBy, signed } from './seed.ts';
import { sendingOffice, type SendingOffice } from './sending-office.ts';
import { until } from './until.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };
const RECIPIENTS = 80;

/** An office with a dispatch, `id`, about which there is a fact of every kind. */
export async function officeWithFacts(): Promise<{ office: SendingOffice; id: string }> {
  const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
  const SIGNING_CONFIG = await testSigning(await scratchFolder(), SAMPLE_OFFICE.office, signers);
  const office = await sendingOffice({
    directory: scaledDirectory(RECIPIENTS),
    env: { SIGNING_CONFIG },
  });
  const id = await issued(office);
  const codes = await office.database.query(
    'SELECT id FROM recipients WHERE dispatch_id = $1 ORDER BY code LIMIT 4',
    [id],
  );
  const recipients = codes.map((one: { id: string }) => one.id);
  await answered(office, id, recipients);
  await seldom(office, id, recipients);
  return { office, id };
}

async function issued(office: SendingOffice): Promise<string> {
  const annexes = [{ title: 'Phụ lục', body: 'Danh sách kèm theo.' }];
  const id = await draftedBy(await office.as('chuyenvien'), await aDraft(office, { annexes }));
  await signed(office, id);
  const clerk = await office.as('vanthu');
  await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
  await until('every attempt is written down', async () => {
    const [{ left }] = await office.database.query(
      `SELECT count(*)::int AS left FROM deliveries WHERE state IN ('waiting', 'sending')`,
    );
    const [{ n }] = await office.database.query('SELECT count(*)::int AS n FROM delivery_attempts');
    return left === 0 && n > 0;
  });
  return id;
}

/** What recipients and the office do about it, through the product. */
async function answered(office: SendingOffice, id: string, recipients: string[]): Promise<void> {
  const clerk = await office.as('vanthu');
  const [first, second, third, fourth] = recipients.map((one) =>
    linkToken(office.config.keys, one),
  );
  const say = (verb: string, token: string, body: object) =>
    office.anyone
      .post(`/api/${verb}/${token}`)
      .send({ ...PERSON, ...body })
      .expect(200);
  await office.anyone.get(`/a/${first}`).expect(200);
  await say('acknowledgements', first!, {});
  await office.anyone.get(`/a/${first}/receipt.json`).expect(200);
  await say('reports', second!, { status: 6, reference: '12/UBND-VX', note: 'Đã làm' });
  await say('refusals', third!, { reason: 'duplicate', note: 'Trùng' });
  const answer = { answer: 'resent', note: 'Gửi lại' };
  await clerk.post(`/recipients/${recipients[2]}/answer`).type('form').send(answer).expect(303);
  await until('the other letter went out', () => isThere(office, recipients[2]!));
  await office.anyone.get(`/a/${fourth}`).expect(200);
  const recall = { reason: 'Sai số liệu', basis: 'Ý kiến Giám đốc' };
  await clerk.post(`/api/dispatches/${id}/recall`).send(recall).expect(201);
  await until('the recall is decided and told', async () => {
    const [{ n }] = await office.database.query(
      `SELECT (SELECT count(*) FROM recall_requests WHERE fate IS NULL)
            + (SELECT count(*) FROM recall_notices WHERE state <> 'sent') AS n`,
    );
    return Number(n) === 0;
  });
  await say('recall-answers', first!, { answer: 'agreed' });
}

async function isThere({ database }: SendingOffice, recipientId: string): Promise<boolean> {
  const [{ state }] = await database.query('SELECT state FROM deliveries WHERE recipient_id = $1', [
    recipientId,
  ]);
  return state === 'accepted';
}

/** What needs a second system, a bad address or days of waiting; sealed as the product does. */
async function seldom(
  { app, database }: SendingOffice,
  id: string,
  [first, , , fourth]: string[],
): Promise<void> {
  const [{ sha256 }] = await database.query('SELECT sha256 FROM files LIMIT 1');
  await database.query(
    `INSERT INTO entered_acknowledgements (recipient_id, entered_by, how, said_at, name, post, note)
     SELECT $1, id, 'telephone', now(), $2, $3, 'Gọi lúc sáng' FROM accounts WHERE username = 'vanthu'`,
    [fourth, PERSON.name, PERSON.post],
  );
  const [{ id: deliveryId }] = await database.query(
    `SELECT id FROM deliveries WHERE state = 'accepted' AND round = 1 ORDER BY id DESC LIMIT 1`,
  );
  await app.get(ReportsService, { strict: false }).record({
    sha256: 'aa',
    deliveryId,
    retryRound: 1,
    reported: 'failed',
    isHard: true,
    status: '5.1.1',
    server: 'mx.example',
    diagnostic: '550',
  });
  await database.query(
    `INSERT INTO record_copies (dispatch_id, attempts, due_at, file_sha256, archived_at)
     VALUES ($1, 1, now(), $2, now())`,
    [id, sha256],
  );
  await database.query(
    `INSERT INTO reminders (recipient_id, step_id, dispatch_id, planned_for, fate)
     SELECT $1, id, $2, now(), 'overtaken' FROM reminder_steps LIMIT 1`,
    [first, id],
  );
  await keepFacts(database.manager, [
    ['entered_acknowledgements', 'recipient_id', fourth!],
    ['record_copies', 'dispatch_id', id],
    ['reminders', 'recipient_id', first!],
  ]);
}
