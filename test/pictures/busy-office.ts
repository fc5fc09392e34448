import request from 'supertest';
import { DataSource } from 'typeorm';
import { fill } from '../../src/dev/bench/board/fill.ts';
import { checkCode } from '../../src/office/dispatches/check-code.ts';
import { sampleDirectory } from '../../src/dev/sample/sample-directory.ts';
import { SAMPLE_PASSWORD } from '../../src/dev/sample/thai-binh/office.ts';
import { startSystem } from '../../src/dev/system.ts';
import { until } from '../support/until.ts';
import { ABSTRACTS, ANSWERS, BODY, WAITING } from './matters.ts';
import { answer, answerRecall, refuse } from './recipients.ts';
import { firstSignIn, openedAccount, OWN_PASSWORD } from '../support/people.ts';

type Browser = ReturnType<typeof request.agent>;

export interface BusyOffice {
  address: string;
  /** Ids and paths of what the pictures show. */
  things: Record<'seed' | 'recalled' | 'waiting' | 'late' | 'returned' | 'draft', string> & {
    link: string;
    owed: string;
    agency: string;
    refusing: string;
    code: string;
  };
  recipient: { username: string; password: string };
  stop(): Promise<void>;
}

/** The sample as it looks after some weeks: much went well, some is late, refused, bounced or recalled. */
export async function busyOffice(dataDir: string, port: number): Promise<BusyOffice> {
  const env = { ...process.env, PORT: String(port), MAILBOX_PORT: '0', CHECK_CODE: 'on' };
  const system = await startSystem({ dataDir, directory: sampleDirectory(), env });
  const database = system.app.get(DataSource);
  await fillHistory(database);
  const address = `http://localhost:${port}`;
  const as = async (username: string): Promise<Browser> => {
    const browser = request.agent(address);
    await browser.post('/api/session').send({ username, password: SAMPLE_PASSWORD }).expect(201);
    return browser;
  };
  const [drafter, signer, clerk, leader] = [
    await as('chuyenvien'),
    await as('phogiamdoc'),
    await as('vanthu'),
    await as('lanhdao'),
  ];
  const [{ id: seed }] = await database.query('SELECT id FROM dispatches WHERE number IS NULL');
  const [mandate] = await database.query('SELECT id FROM mandates');
  const drafted = async (abstract: string, more: object = {}): Promise<string> => {
    const draft = {
      abstract,
      symbol: 'STTTT-BCVT',
      body: BODY,
      mandateId: mandate.id,
      addressees: [{ text: 'Ủy ban nhân dân các huyện, thành phố' }],
      copies: [{ text: 'Như trên' }, { text: 'Lãnh đạo Sở' }, { text: 'Lưu: VT, BCVT' }],
      ...more,
    };
    return (await drafter.post('/api/dispatches').send(draft).expect(201)).body.id;
  };
  const submitted = async (id: string) => {
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    return id;
  };
  const signed = async (id: string) => {
    await submitted(id);
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
    return id;
  };
  const issued = async (id: string) => {
    await signed(id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    await until(
      'it is sent',
      async () => {
        const { body } = await clerk.get(`/api/dispatches/${id}/progress`);
        return body.total.waiting <= (id === seed ? 1 : 0);
      },
      120,
    );
    return id;
  };

  await refuse(system, database);
  await issued(seed);
  const link = await answer(system, database, seed);
  system.mailbox!.rules.splice(0);
  const asked = { purpose: 'act', replyBy: new Date(Date.now() + 3 * 86_400_000) };
  const late = await issued(
    await drafted(ABSTRACTS[0]!, {
      urgency: 'express',
      addressees: [{ text: 'Ủy ban nhân dân các huyện, thành phố', ...asked }],
    }),
  );
  const owed = await answer(system, database, late);
  await request(address)
    .post(`${owed.path}/acknowledgement`)
    .type('form')
    .send(ANSWERS.person)
    .expect(303);
  await database.query(
    `UPDATE recipients SET acknowledge_by = now() - interval '2 hours' WHERE dispatch_id = $1`,
    [late],
  );
  const recalled = await issued(await drafted(ABSTRACTS[1]!));
  await clerk.post(`/api/dispatches/${recalled}/recall`).send(ANSWERS.recall).expect(201);
  await answerRecall(system, database, recalled);
  const returned = await submitted(await drafted(ABSTRACTS[2]!));
  await signer.post(`/api/dispatches/${returned}/return`).send(ANSWERS.returned).expect(200);
  await signed(await drafted(ABSTRACTS[3]!, { urgency: 'urgent' }));
  const draft = await drafted(ABSTRACTS[4]!, {
    addressees: [
      {
        text: 'Ủy ban nhân dân các huyện, thành phố',
        purpose: 'act',
        replyBy: new Date(Date.now() + 7 * 86_400_000),
      },
    ],
  });
  await drafter.post('/api/templates').send({ from: draft, name: 'Kiểm tra định kỳ' }).expect(201);
  const waiting: string[] = [];
  for (const [abstract, urgency] of WAITING) {
    waiting.push(await submitted(await drafted(abstract, { urgency })));
  }
  const [{ id: agency }] = await database.query(
    `SELECT agency_id AS id FROM recipients WHERE id = $1`,
    [link.recipient],
  );
  const opened = await clerk
    .post(`/directory/agencies/${agency}/people`)
    .type('form')
    .send({ username: 'lan.bui', fullName: 'Bùi Thị Lan', post: 'Văn thư' })
    .expect(201);
  const recipient = openedAccount(opened.text);
  await firstSignIn(request.agent(address), recipient);
  const [{ id: refusing }] = await database.query('SELECT recipient_id AS id FROM refusals');
  await leader.get('/board').expect(200);
  return {
    address,
    things: {
      seed,
      recalled,
      late,
      returned,
      draft,
      agency,
      refusing,
      waiting: waiting[0]!,
      link: link.path,
      owed: owed.path,
      code: checkCode(system.config.keys, seed),
    },
    recipient: { ...recipient, password: OWN_PASSWORD },
    stop: () => system.stop(),
  };
}

/** Twelve weeks of dispatches, with the matters an office of this kind writes about. */
async function fillHistory(database: DataSource): Promise<void> {
  await fill(database, { dispatches: 84, recipients: 40, newest: 40, weeks: 12 });
  await database.query(
    `UPDATE dispatches SET abstract = ($1::text[])[1 + number % array_length($1::text[], 1)]
     WHERE number IS NOT NULL`,
    [ABSTRACTS],
  );
  await database.query(
    `INSERT INTO register_entries (office_id, year, number, dispatch_id, dated, taken_by, taken_at)
     SELECT office_id, year, number, dispatches.id, issued_on, issued_by, issued_at
     FROM dispatches JOIN issuances ON dispatch_id = dispatches.id`,
  );
  await database.query(
    `INSERT INTO acknowledgements (recipient_id, acknowledged_at, file_sha256, name, post)
     SELECT recipients.id, issued_at + interval '30 hours', 'bench', 'Nguyễn Văn An', 'Văn thư'
     FROM recipients JOIN issuances USING (dispatch_id)
     WHERE issued_at < now() - interval '6 days'
     ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `UPDATE issuances SET recipient_count = (SELECT count(*) FROM recipients r
     WHERE r.dispatch_id = issuances.dispatch_id)`,
  );
  await database.query(
    `INSERT INTO registers (office_id, year, last_number)
     SELECT office_id, year, max(number) FROM dispatches WHERE number IS NOT NULL
     GROUP BY office_id, year`,
  );
}
