import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { describeWith, run } from '../../../engines/page/outside-tool.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { aDraft, draftedBy, seedId, signed } from '../../../support/seed.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';

describe('what of a dispatch can be taken along', () => {
  let office: TestOffice;
  let leader: Browser;
  let id: string;
  let folder: string;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(90) });
    leader = await office.as('lanhdao');
    await office.database.query(
      `UPDATE agencies SET name = '=HYPERLINK("http://x.example"; "Xã")' WHERE id IN
        (SELECT id FROM agencies WHERE kind = 'commune' ORDER BY code LIMIT 1)`,
    );
    id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const [{ id: recipient }] = await office.database.query(
      'SELECT id FROM recipients ORDER BY code LIMIT 1',
    );
    await office.anyone
      .post(`/api/acknowledgements/${linkToken(office.config.keys, recipient)}`)
      .send({ name: 'Nguyễn Văn An', post: 'Văn thư' })
      .expect(200);
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = now() - interval '1 hour' WHERE kind = 'commune'`,
    );
    folder = await mkdtemp(join(await scratchFolder(), 'exports-'));
  });
  afterAll(() => office?.close());

  const file = async (name: string): Promise<string> => {
    const { body } = await leader
      .get(`/api/dispatches/${id}/${name}`)
      .responseType('blob')
      .expect(200);
    const path = join(folder, name.replace(/\W+/g, '.'));
    await writeFile(path, body);
    return path;
  };

  it('is a CSV that Excel reads: everyone, no formula, nobody by full name', async () => {
    const { text, headers } = await leader.get(`/api/dispatches/${id}/recipients.csv`).expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename=Noi-nhan-01-.+\.csv$/);
    expect(text.codePointAt(0)).toBe(0xfeff);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(90);
    expect(rows.filter((row) => row['Trạng thái'] === 'Đã tiếp nhận')).toMatchObject([
      { 'Người tiếp nhận': 'N. V. A.', 'Chức vụ': 'Văn thư' },
    ]);
    expect(text).not.toContain('Nguyễn Văn An');
    expect(rows.map((row) => row['Nơi nhận'])).toContain(`'=HYPERLINK("http://x.example"; "Xã")`);
  });

  it('is as long as the list on the page, and leaves a trace in the journal', async () => {
    const { text } = await leader.get(`/api/dispatches/${id}/recipients.csv?late=true`).expect(200);
    const { body } = await leader.get(`/api/dispatches/${id}/recipients?late=true`).expect(200);
    expect(body.total).toBeGreaterThan(10);
    expect(parse(text, { bom: true, columns: true })).toHaveLength(body.total);
    const [{ details }] = await office.database.query(
      `SELECT details FROM journal_entries WHERE verb = 'exported' ORDER BY id DESC LIMIT 1`,
    );
    expect(details).toMatchObject({ format: 'csv', recipients: body.total });
  });

  it('is for the own office', async () => {
    await office.anyone.get(`/api/dispatches/${id}/recipients.csv`).expect(401);
    const drafter = await office.as('chuyenvien');
    const draft = await draftedBy(drafter, await aDraft(office, {}));
    await leader.get(`/api/dispatches/${draft}/report`).expect(409);
  });

  describeWith(['unzip'], 'as XLSX', () => {
    it('holds everyone as text and moments as dates', async () => {
      const path = await file('recipients.xlsx');
      const sheet = run('unzip', '-p', path, 'xl/worksheets/sheet1.xml');
      expect(sheet.match(/<row /g)).toHaveLength(91);
      expect(sheet).not.toContain('<f>');
      const strings = run('unzip', '-p', path, 'xl/sharedStrings.xml');
      expect(strings).toContain('=HYPERLINK(');
      expect(strings).toContain('N. V. A.');
      expect(strings).not.toContain('Nguyễn Văn An');
    });
  });

  describeWith(['pdftotext', 'pdfinfo'], 'as one page', () => {
    it('says where the dispatch stands and who is late', async () => {
      const path = await file('report');
      expect(run('pdfinfo', path)).toMatch(/Pages: +1\n/);
      const text = run('pdftotext', '-layout', path, '-');
      expect(text).toContain('TÌNH HÌNH TIẾP NHẬN VĂN BẢN');
      expect(text).toMatch(/1 nơi \(1%\) đã xác nhận/);
      expect(text).toMatch(/Cộng( +\d+)+ +90 +\d+/);
      expect(text).toMatch(/Quá hạn mà chưa xác nhận: \d+ nơi/);
      expect(text).not.toMatch(/Đã thu hồi|Đã được thay thế/);
    });

    it('says first that the dispatch was recalled, and what takes its place', async () => {
      const clerk = await office.as('vanthu');
      const draft = await aDraft(office, { formerId: id, relation: 'replaces' });
      const next = await draftedBy(await office.as('chuyenvien'), draft);
      await signed(office, next);
      await clerk.post(`/api/dispatches/${next}/issuance`).expect(201);
      await clerk
        .post(`/api/dispatches/${id}/recall`)
        .send({ reason: 'Sai thời hạn.', basis: 'Ý kiến của Giám đốc Sở' })
        .expect(201);
      const text = run('pdftotext', '-layout', await file('report'), '-').replaceAll(/\s+/g, ' ');
      expect(text).toContain('Đã thu hồi ở 90 nơi nhận: ');
      expect(text).toContain('Đã được thay thế bởi văn bản số 02/STTTT-BCVT ngày ');
    });
  });
});
