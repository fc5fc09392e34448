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
  const inWords = (day: string) => day.split('-').toReversed().join('/');

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

  // That a dispatch of June keeps the old one, told by the days themselves, is in test/whole/year.
  it('is that of its date: what was signed under the old one is signed again', async () => {
    const before = await onDesk();
    const submitted = await draftedBy(drafter, await aDraft(office));
    await drafter.post(`/api/dispatches/${submitted}/submission`).expect(201);
    await set({ ...HEAD, validFrom: today }).expect(201);

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
    const words = `Văn bản ký khi đầu văn bản còn ghi “${OLD}”; đầu văn bản đã đổi từ ngày ${inWords(today)}. Trả lại người soạn để trình và ký lại trên trang có đầu mới.`;
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

    const text = await textOf(before);
    expect(text).toContain(NEW.toLocaleUpperCase('vi'));
    expect(text).toContain('ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN');
    expect(text).toContain('Hưng Yên, ngày');
    expect(text).toContain('Điện thoại: 0221 3 000 000');
    expect(text).not.toContain(OLD.toLocaleUpperCase('vi'));

    const heads = await admin.get('/api/office/heads').expect(200);
    expect(heads.body).toMatchObject([
      { ...HEAD, validFrom: today },
      { name: OLD, validFrom: null, symbol: 'STTTT', contact: [] },
    ]);
    const page = await admin.get('/office').expect(200);
    expect(page.text).toContain(`đến trước ngày ${inWords(today)}`);
    expect(page.text).toContain('000.00.15.H31');
  });

  it('is asked for the book of a period: that of its last day', async () => {
    const book = async (to: string) => {
      const path = `/api/register.pdf?from=${dayFromNow(-400)}&to=${to}`;
      return printed((await clerk.get(path).expect(200)).body);
    };
    expect(await book(dayFromNow(-1))).toContain(OLD.toLocaleUpperCase('vi'));
    expect(await book(today)).toContain(NEW.toLocaleUpperCase('vi'));
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
    const told = `Đã có đầu văn bản “${NEW}” từ ngày ${inWords(last)}; đầu mới phải bắt đầu sau ngày ấy.`;
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
