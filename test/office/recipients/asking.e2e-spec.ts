import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE } from '../../../src/dev/sample/thai-binh/office.ts';
import { testSigning } from '../../../src/dev/test-signing.ts';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { checkedEvidence, unpackedEvidence } from '../../support/evidence-bundle.ts';
import { formBody } from '../../support/form.ts';
import type { Browser } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };
const ARCHIVE = { text: 'Lưu: VT' };

describeWith(['unzip', 'pdftotext'], 'what is asked of each recipient', () => {
  let office: SendingOffice;
  let drafter: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
    const SIGNING_CONFIG = await testSigning(await scratchFolder(), SAMPLE_OFFICE.office, signers);
    office = await sendingOffice({ directory: scaledDirectory(90), env: { SIGNING_CONFIG } });
    drafter = await office.as('chuyenvien');
    clerk = await office.as('vanthu');
  }, 120_000);
  afterAll(() => office?.close());

  const draftTo = async (addressees: object[], copies: object[] = []) =>
    draftedBy(drafter, await aDraft(office, { addressees, copies: [...copies, ARCHIVE] }));
  const issued = async (id: string) => {
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
  };
  const recipients = async (id: string) => {
    const { body } = await clerk.get(`/api/dispatches/${id}/recipients`).expect(200);
    const asked = ({ purpose, acknowledgeBy, replyBy }: Record<string, unknown>) => ({
      ...{ purpose, acknowledgeBy, replyBy },
    });
    return new Map<string, object>(
      body.items.map((item: Record<string, unknown>) => [item.code, asked(item)]),
    );
  };
  const linkOf = async (id: string, code: string) => {
    const where = 'SELECT id FROM recipients WHERE dispatch_id = $1 AND code = $2';
    const [row] = await office.database.query(where, [id, code]);
    return `/a/${linkToken(office.config.keys, row.id)}`;
  };

  it('is written in the form, line by line, and stays there', async () => {
    const draft = await aDraft(office, {
      addressees: [
        { text: 'TB.01', purpose: 'act', replyBy: '2099-12-05T17:00' },
        { text: 'TB.02', purpose: 'know', acknowledgeBy: '2099-12-01T11:30' },
      ],
    });
    const { headers } = await drafter
      .post('/dispatches')
      .type('form')
      .send(formBody(draft))
      .expect(303);
    const edit = await drafter.get(`${headers.location}/edit`).expect(200);
    expect(edit.text).toContain('Để thực hiện; trả lời trước 17:00 05/12/2099');
    expect(edit.text).toContain('value="2099-12-01T11:30"');
    const page = await drafter.get(headers.location!).expect(200);
    expect(page.text).toContain('Để biết; xác nhận trước 11:30 01/12/2099');
    const { body } = await drafter.get(`/api${headers.location}`).expect(200);
    expect(body.lines.slice(0, 2)).toMatchObject([
      { text: 'TB.01', purpose: 'act', replyBy: '2099-12-05T10:00:00.000Z', acknowledgeBy: null },
      { text: 'TB.02', purpose: 'know', acknowledgeBy: '2099-12-01T04:30:00.000Z' },
    ]);
    const reach = await drafter.post('/documents/recipients').type('form').send(formBody(draft));
    expect(reach.text).toContain('Để thực hiện; trả lời trước 17:00 05/12/2099');
    const copied = await drafter.get(`/dispatches/new?from=${headers.location!.split('/')[2]}`);
    expect(copied.text).toContain('<summary>Để thực hiện</summary>');
  });

  it('is asked of nobody by a line that leads to nobody, and not for a day that is over', async () => {
    const draft = await aDraft(office, { copies: [{ text: 'Như trên', purpose: 'know' }] });
    const { body } = await drafter.post('/api/dispatches').send(draft).expect(422);
    expect(body.errors).toEqual([
      { path: 'copies.0.purpose', message: expect.stringContaining('không gửi tới nơi nào') },
    ]);
    const id = await draftTo([{ text: 'TB.01', replyBy: '2024-03-05T17:00' }]);
    const page = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain(
      'Hạn trả lời của dòng &quot;TB.01&quot; (17:00 05/03/2024) đã qua. Đặt hạn khác.',
    );
  });

  it('is part of what is signed; a line without it is signed as ever', async () => {
    const hash = async (id: string) =>
      /name="contentSha256" value="(\w+)"/.exec(
        (await (await office.as('phogiamdoc')).get(`/dispatches/${id}`)).text,
      )![1];
    const submitted = async (line: object) => {
      const id = await draftTo([{ text: 'TB.01', ...line }]);
      await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
      return hash(id);
    };
    const plain = await submitted({});
    expect(await submitted({ purpose: '', replyBy: null })).toBe(plain);
    expect(await submitted({ purpose: 'know' })).not.toBe(plain);
  });

  it('is the most demanding of the lines that lead to one recipient', async () => {
    const id = await draftTo(
      [
        { text: 'TB.01', purpose: 'know' },
        { text: 'TB.02', purpose: 'act', acknowledgeBy: '2099-12-03T17:00' },
        { text: 'TB.03', acknowledgeBy: '2099-12-03T17:00' },
      ],
      [
        { text: 'Nơi chủ trì', to: 'TB.01', purpose: 'act', replyBy: '2099-12-08T17:00' },
        { text: 'Nơi phối hợp', to: 'TB.01', purpose: 'file', replyBy: '2099-12-05T17:00' },
        { text: 'Nơi lưu', to: 'TB.02', purpose: 'file', acknowledgeBy: '2099-12-02T17:00' },
        { text: 'Nơi theo dõi', to: 'TB.03' },
        { text: 'TB.04' },
      ],
    );
    await issued(id);
    const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
    const common = body.acknowledgeBy;
    const found = await recipients(id);
    const replyBy = '2099-12-05T10:00:00.000Z';
    expect(found.get('TB.01')).toEqual({ purpose: 'act', acknowledgeBy: common, replyBy });
    const own = '2099-12-02T10:00:00.000Z';
    expect(found.get('TB.02')).toEqual({ purpose: 'act', acknowledgeBy: own, replyBy: null });
    // The line without a deadline has that of the dispatch, which comes first.
    const bare = { purpose: null, acknowledgeBy: common, replyBy: null };
    expect([found.get('TB.03'), found.get('TB.04')]).toEqual([bare, bare]);
    expect(body.purposes).toEqual([{ purpose: 'act', total: 2 }]);
  });

  describe('of a dispatch that went out', () => {
    let id: string;

    beforeAll(async () => {
      id = await draftTo(
        [{ text: 'TB.05', purpose: 'act', replyBy: '2099-12-05T17:00' }],
        [{ text: 'TB.06', purpose: 'file' }],
      );
      await issued(id);
    });

    it('stands on the page behind the link, and who files it acknowledges all the same', async () => {
      const page = await office.anyone.get(await linkOf(id, 'TB.05')).expect(200);
      expect(page.text).toContain('Để thực hiện. Trả lời trước 17:00 05/12/2099.');
      const other = await office.anyone.get(await linkOf(id, 'TB.06')).expect(200);
      expect(other.text).toContain('Để lưu.');
      expect(other.text).toContain('Xác nhận đã tiếp nhận');
    });

    it('is found by the clerk: on the page of one recipient, by a filter, in what is taken along', async () => {
      const link = `/dispatches/${id}/progress?purpose=act`;
      const { text } = await clerk.get(link).expect(200);
      expect(text).toContain('1 nơi nhận');
      expect(text).toContain('Để thực hiện. Trả lời trước 17:00 05/12/2099.');
      const [one] = /\/recipients\/[\w-]{36}/.exec(text)!;
      expect((await clerk.get(one).expect(200)).text).toContain('Để thực hiện. Trả lời trước');
      const csv = await clerk.get(`/api/dispatches/${id}/recipients.csv`).expect(200);
      expect(csv.text).toMatch(/TB\.05,.*,Để thực hiện,.*,17:00 05\/12\/2099,/);
    });

    it('is in the signed receipt, as data and on paper', async () => {
      const link = await linkOf(id, 'TB.05');
      await office.anyone.post(`${link}/acknowledgement`).type('form').send(PERSON).expect(303);
      const { body } = await office.anyone.get(`${link}/receipt.json`).expect(200);
      const said = JSON.parse(Buffer.from(body.payload, 'base64url').toString());
      const asked = { purpose: 'act', replyBy: '2099-12-05T17:00:00+07:00' };
      expect(said.recipient).toMatchObject(asked);
      const pdf = await office.anyone.get(`${link}/receipt.pdf`).responseType('blob').expect(200);
      const path = join(await scratchFolder(), 'receipt.pdf');
      await writeFile(path, pdf.body);
      expect(run('pdftotext', '-layout', path, '-')).toContain('Để thực hiện. Trả lời trước');
    });

    it('is in the bundle of evidence', async () => {
      const said = checkedEvidence(await unpackedEvidence(clerk, id));
      expect(said).toContain('2 nơi nhận, 1 để thực hiện, 1 để lưu, 1 đã tiếp nhận');
      expect(said).toContain('Mọi thứ khớp.');
    });
  });
});
