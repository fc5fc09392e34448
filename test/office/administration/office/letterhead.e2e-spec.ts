import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWith, run } from '../../../engines/page/outside-tool.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { dayFromNow } from '../../../support/people.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';

const OLD = 'Sở Thông tin và Truyền thông';
const NEW = 'Sở Khoa học và Công nghệ';
const HEAD = {
  name: NEW,
  parentBody: 'Ủy ban nhân dân tỉnh Hưng Yên',
  place: 'Hưng Yên',
  symbol: 'SKHCN',
  contact: ['Số 9 đường Chùa Chuông, Hưng Yên', 'Điện thoại: 0221 3 000 000'],
  identifier: 'H31.15',
  formerIdentifier: '000.00.15.H31',
};

describeWith(['pdftotext'], 'the letterhead of a day', () => {
  let office: TestOffice;
  let admin: Browser;
  let drafter: Browser;
  let clerk: Browser;
  let folder: string;
  const today = dayFromNow(0);

  beforeAll(async () => {
    office = await testOffice();
    [admin, drafter, clerk] = await Promise.all([
      office.as('quantri'),
      office.as('chuyenvien'),
      office.as('vanthu'),
    ]);
    folder = await scratchFolder();
  });
  afterAll(() => office?.close());

  const onDesk = async (symbol = 'STTTT-BCVT') => {
    const id = await draftedBy(drafter, await aDraft(office, { symbol }));
    await signed(office, id);
    return id;
  };
  const issued = async (id: string) => {
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    return id;
  };
  const printed = async (pdf: Buffer): Promise<string> => {
    const path = join(folder, 'page.pdf');
    await writeFile(path, pdf);
    return run('pdftotext', path, '-').replace(/\s+/g, ' ');
  };
  const textOf = async (id: string) =>
    printed((await clerk.get(`/api/dispatches/${id}/document`).expect(200)).body);
  const set = (head: object, as = admin) => as.post('/api/office/heads').send(head);

  it('is that of its date: of June the old one, from July on the new one', async () => {
    const june = await issued(await onDesk());
    const [{ year }] = await office.database.query('SELECT year FROM dispatches WHERE id = $1', [
      june,
    ]);
    // What was issued today was issued in June; the rest of the story happens on the day it says.
    await office.database.query(
      `UPDATE dispatches SET year = $2 - 1, issued_on = make_date($2 - 1, 6, 15) WHERE id = $1`,
      [june, year],
    );
    await office.database.query(
      `UPDATE register_entries SET year = $2 - 1, dated = make_date($2 - 1, 6, 15)
       WHERE dispatch_id = $1`,
      [june, year],
    );
    const before = await onDesk();
    const submitted = await draftedBy(drafter, await aDraft(office));
    await drafter.post(`/api/dispatches/${submitted}/submission`).expect(201);
    const late = await set({ ...HEAD, validFrom: `${year - 1}-06-15` }).expect(422);
    expect(late.body.errors).toEqual([
      {
        path: 'validFrom',
        message: `Đã có văn bản mang số ghi ngày 15/06/${year - 1} theo đầu đang dùng; đầu mới bắt đầu sớm nhất từ ngày 16/06/${year - 1}.`,
      },
    ]);
    await set({ ...HEAD, validFrom: `${year - 1}-07-01` }).expect(201);

    // Submitted before: its symbol is no longer the office's.
    const signer = await office.as('phogiamdoc');
    const unsigned = await signer.post(`/api/dispatches/${submitted}/signature`).expect(409);
    expect(unsigned.body).toMatchObject({
      type: 'letterhead-changed',
      title:
        'Ký hiệu STTTT-BCVT theo đầu văn bản cũ; đầu đang dùng ghi SKHCN. Trả lại người soạn để sửa ký hiệu rồi trình lại.',
    });

    // Signed before and issued after: refused in words, nothing half done, and mended as they say.
    const { body } = await clerk.get(`/api/dispatches/${before}/preflight`).expect(200);
    const words = `Văn bản ký khi đầu văn bản còn ghi “${OLD}”; đầu văn bản đã đổi từ ngày 01/07/${year - 1}. Trả lại người soạn để trình và ký lại trên trang có đầu mới.`;
    expect(body.findings).toContainEqual({ severity: 'error', message: words });
    const refused = await clerk
      .post(`/api/dispatches/${before}/issuance`)
      .send({ withoutAddress: true })
      .expect(409);
    expect(refused.body).toMatchObject({ type: 'letterhead-changed', title: words });
    const [row] = await office.database.query(
      'SELECT state, number FROM dispatches WHERE id = $1',
      [before],
    );
    expect(row).toEqual({ state: 'signed', number: null });
    await clerk
      .post(`/api/dispatches/${before}/return`)
      .send({ reason: 'Đầu văn bản đã đổi.' })
      .expect(200);
    const old = await drafter.post(`/api/dispatches/${before}/submission`).expect(409);
    expect(old.body.type).toBe('layout-check-failed'); // its symbol is the old one's
    const { body: stored } = await drafter.get(`/api/dispatches/${before}`).expect(200);
    const { revision } = stored;
    await drafter
      .put(`/api/dispatches/${before}`)
      .send({ ...(await aDraft(office, { symbol: 'SKHCN-BCVT' })), revision })
      .expect(200);
    await signed(office, before);
    await issued(before);

    const [juneText, julyText] = [await textOf(june), await textOf(before)];
    expect(juneText).toContain(OLD.toLocaleUpperCase('vi'));
    expect(juneText).toContain('ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH');
    expect(juneText).not.toContain(NEW.toLocaleUpperCase('vi'));
    expect(julyText).toContain(NEW.toLocaleUpperCase('vi'));
    expect(julyText).toContain('ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN');
    expect(julyText).toContain('Hưng Yên, ngày');
    expect(julyText).toContain('Điện thoại: 0221 3 000 000');
    expect(julyText).not.toContain(OLD.toLocaleUpperCase('vi'));

    const heads = await admin.get('/api/office/heads').expect(200);
    expect(heads.body).toMatchObject([
      { ...HEAD, validFrom: `${year - 1}-07-01` },
      { name: OLD, validFrom: null, symbol: 'STTTT', contact: [] },
    ]);
    const page = await admin.get('/office').expect(200);
    expect(page.text).toContain(`đến trước ngày 01/07/${year - 1}`);
    expect(page.text).toContain('000.00.15.H31');
  });

  it('is asked of everything that speaks of a dispatch, and of the book of its period', async () => {
    const [{ id: june, year }] = await office.database.query(
      `SELECT id, year FROM dispatches WHERE state = 'issued' ORDER BY issued_on LIMIT 1`,
    );
    const [{ name }] = await office.database.query(
      `SELECT office_name(office_id, issued_on) AS name FROM dispatches WHERE id = $1`,
      [june],
    );
    expect(name).toBe(OLD);
    const book = async (period: string) =>
      printed((await clerk.get(`/api/register.pdf?${period}`).expect(200)).body);
    expect(await book(`from=${year}-01-01&to=${year}-06-30`)).toContain(
      OLD.toLocaleUpperCase('vi'),
    );
    expect(await book(`from=${year}-01-01&to=${year}-12-31`)).toContain(
      NEW.toLocaleUpperCase('vi'),
    );
  });

  it('begins a new draft with its symbol and shows itself on the preview', async () => {
    const composer = await drafter.get('/dispatches/new').expect(200);
    expect(composer.text).toContain('value="SKHCN-"');
    const { body } = await drafter
      .post('/api/documents/preview')
      .send(await aDraft(office))
      .expect(200);
    expect(await printed(body)).toContain(NEW.toLocaleUpperCase('vi'));
  });

  it('is not set for a day that has one, nor before the last one, nor with faults', async () => {
    const { body: heads } = await admin.get('/api/office/heads').expect(200);
    const last = heads[0].validFrom as string;
    const [day, month, year] = last.split('-').toReversed();
    const told = `Đã có đầu văn bản “${NEW}” từ ngày ${day}/${month}/${year}; đầu mới phải bắt đầu sau ngày ấy.`;
    for (const validFrom of [last, '2020-01-01']) {
      const { body } = await set({ ...HEAD, validFrom }).expect(422);
      expect(body.errors).toEqual([{ path: 'validFrom', message: told }]);
    }
    const { body } = await set({
      ...HEAD,
      validFrom: '2026-02-30',
      symbol: 'SKH-CN',
      identifier: 'sai',
      name: '',
      contact: ['1', '2', '3', '4', '5'],
    }).expect(422);
    expect(body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'contact',
      'identifier',
      'name',
      'symbol',
      'validFrom',
    ]);
    expect((await admin.get('/api/office/heads').expect(200)).body).toEqual(heads);
  });

  it('may be withdrawn until its day comes, and says whom it would stop', async () => {
    const waiting = await onDesk('SKHCN-BCVT');
    const { body: coming } = await set({
      ...HEAD,
      name: 'Sở Mới',
      validFrom: dayFromNow(3),
    }).expect(201);
    expect(await textOf(waiting)).toContain(NEW.toLocaleUpperCase('vi'));
    const page = await admin.get('/office').expect(200);
    expect(page.text).toContain('1 văn bản đã ký, chưa phát hành');
    await admin.post(`/office/heads/${coming.id}/removal`).expect(303);
    await issued(waiting);
    const { body: heads } = await admin.get('/api/office/heads').expect(200);
    const refused = await admin.delete(`/api/office/heads/${heads[0].id}`).expect(409);
    expect(refused.body.type).toBe('letterhead-begun');
    // A number was taken today under the present one.
    await set({ ...HEAD, validFrom: today }).expect(422);
    const verbs = await office.database.query(
      `SELECT verb, details->'before'->>'name' AS before FROM journal_entries
       WHERE verb LIKE 'letterhead-%' ORDER BY id`,
    );
    expect(verbs).toEqual([
      { verb: 'letterhead-set', before: OLD },
      { verb: 'letterhead-set', before: NEW },
      { verb: 'letterhead-withdrawn', before: null },
    ]);
  });

  it('is the administrator’s alone, by page and by program', async () => {
    await clerk.get('/office').expect(403);
    await clerk.get('/office/heads/new').expect(403);
    await set({ ...HEAD, validFrom: dayFromNow(9) }, clerk).expect(403);
    const form = await admin.get('/office/heads/new').expect(200);
    expect(form.text).toContain(`value="${NEW}"`);
    const again = await admin
      .post('/office/heads')
      .type('form')
      .send({ ...HEAD, contact: 'Một dòng', validFrom: '2020-01-01' })
      .expect(422);
    expect(again.text).toContain('đầu mới phải bắt đầu sau ngày ấy');
    expect(again.text).toContain('Một dòng');
  });
});
