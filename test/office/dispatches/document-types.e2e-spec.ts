import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOCUMENT_TYPES, TYPE_CODES } from '../../../src/engines/page/document-types.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { formBody } from '../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';

const DECISION = {
  type: 'quyet-dinh',
  symbol: 'QĐ-STTTT',
  abstract: 'về việc ban hành Quy chế tiếp công dân',
  addressees: [],
  legalBases: [
    'Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013',
    'Theo đề nghị của Chánh Văn phòng',
  ],
  body: [
    '### Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.',
    '### Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    '### Điều 3. Chánh Văn phòng và các phòng chịu trách nhiệm thi hành.',
  ].join('\n\n'),
  copies: [{ text: 'Như Điều 3' }, { text: 'Các sở, ban, ngành tỉnh' }, { text: 'Lưu: VT, VP' }],
  annexes: [
    { title: 'Quy chế tiếp công dân', body: 'Quy chế này áp dụng tại trụ sở cơ quan./.' },
    {
      title: 'Lịch tiếp công dân',
      body: '| Ngày | Người tiếp |\n|---|---|\n| Thứ Hai | Giám đốc |',
    },
  ],
  circulation: 'internal',
  typistMark: 'PL.(12)',
};

describeWith(['pdftotext'], 'the types of documents', () => {
  let office: TestOffice;
  let drafter: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await scratchFolder();
    office = await testOffice();
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  const words = async (pdf: Buffer) => {
    const path = join(folder, 'page.pdf');
    await writeFile(path, pdf);
    return run('pdftotext', '-raw', path, '-').replace(/\s+/g, ' ');
  };
  const pageOf = async (id: string) =>
    words((await drafter.get(`/dispatches/${id}/document.pdf`).expect(200)).body);

  it.each(TYPE_CODES)('previews %s with its title where it has one', async (type) => {
    const { abbreviation, title, salutation } = DOCUMENT_TYPES[type];
    const draft = await aDraft(office, {
      type,
      symbol: [abbreviation, 'STTTT'].filter(Boolean).join('-') + (abbreviation ? '' : '-VP'),
    });
    const { body } = await drafter.post('/api/documents/preview').send(draft).expect(200);
    const text = await words(body);
    expect(text).toContain(`${salutation} Các sở, ban, ngành tỉnh`);
    const subject = 'iểm tra hệ thống truyền thanh';
    expect(text).toContain(title ? `${title} K${subject}` : `V/v k${subject}`);
    const { body: layout } = await drafter.post('/api/documents/layout').send(draft).expect(200);
    expect(layout.filter((one: { severity: string }) => one.severity === 'error')).toEqual([]);
  });

  it('stores a decision from the form, with legal bases and annexes, and shows it again', async () => {
    const { mandateId } = await aDraft(office);
    const form = { ...DECISION, mandateId, legalBases: DECISION.legalBases.join('\r\n') };
    const answer = await drafter.post('/dispatches').type('form').send(formBody(form)).expect(303);
    const id = answer.headers.location!.split('/').at(-1)!;
    const { body } = await drafter.get(`/api/dispatches/${id}`).expect(200);
    expect(body).toMatchObject({
      type: 'quyet-dinh',
      legalBases: DECISION.legalBases,
      annexes: DECISION.annexes,
      circulation: 'internal',
      typistMark: 'PL.(12)',
    });
    const { text } = await drafter.get(`/dispatches/${id}/edit`).expect(200);
    expect(text).toContain('Theo đề nghị của Chánh Văn phòng');
    expect(text).toContain('value="Lịch tiếp công dân"');
    expect(text).toMatch(/<option value="quyet-dinh" selected>/);
  });

  it('issues the decision with every part of it on the page, in order', async () => {
    const id = await draftedBy(drafter, await aDraft(office, DECISION));
    await signed(office, id);
    const clerk = await office.as('vanthu');
    const { body } = await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const text = await pageOf(id);
    const parts = [
      'QUYẾT ĐỊNH Về việc ban hành Quy chế tiếp công dân',
      'GIÁM ĐỐC SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
      'năm 2013; Theo đề nghị của Chánh Văn phòng. QUYẾT ĐỊNH: Điều 1.',
      'Điều 3.',
      'Lưu: VT, VP.',
      'Phụ lục I QUY CHẾ TIẾP CÔNG DÂN',
      `(Kèm theo Quyết định số ${String(body.number).padStart(2, '0')}/QĐ-STTTT ngày`,
      'của Sở Thông tin và Truyền thông)',
      'Phụ lục II LỊCH TIẾP CÔNG DÂN',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(parts.filter((_, i) => places[i]! < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('LƯU HÀNH NỘI BỘ');
    expect(text).toContain('PL.(12)');
  });

  it('does not let an annex change under a signature', async () => {
    const id = await draftedBy(drafter, await aDraft(office, DECISION));
    await signed(office, id);
    await office.database.query(`UPDATE annexes SET body = 'Khác./.' WHERE dispatch_id = $1`, [id]);
    const clerk = await office.as('vanthu');
    const { body } = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
    expect(body.type).toMatch(/changed-after-signature$/);
  });

  it.each([
    ['addressees', { type: 'cong-dien', addressees: [] }],
    ['annexes.0.title', { annexes: [{ title: '', body: 'Nội dung' }] }],
    ['legalBases.1', { legalBases: ['Căn cứ Luật', 'x'.repeat(1001)] }],
    ['type', { type: 'luat' }],
  ])('refuses a fault in %s', async (path, fault) => {
    const draft = await aDraft(office, fault);
    const { body } = await drafter.post('/api/dispatches').send(draft).expect(422);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });
});
