import { renderDispatch } from '../../../src/engines/page/render-dispatch.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { PageCheckThread } from '../../../src/office/verifying/page-check/page-check-thread.ts';
import { letter } from '../../engines/page/corpus/build.ts';
import { typed } from '../../engines/page/page-rules/forged-page.ts';
import { drawn, LETTER, type Line } from '../../engines/page/page-rules/producers/drawn.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('Kiểm tra thể thức of a PDF', () => {
  let office: TestOffice;
  let clerk: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const send = (file: Buffer | string, path = '/page-check', by = clerk) =>
    by.post(path).attach('file', Buffer.from(file), {
      filename: 'công văn.pdf',
      contentType: 'application/pdf',
    });

  it('is in the menu of everybody of the office, and of nobody else', async () => {
    for (const person of ['chuyenvien', 'phogiamdoc', 'vanthu', 'lanhdao']) {
      const browser = await office.as(person);
      const { text } = await browser.get('/page-check').expect(200);
      expect(text).toContain('<a href="/page-check" aria-current="page">');
    }
    await office.anyone.get('/page-check').set('Accept', 'text/html').expect(303);
    await office.anyone.post('/api/page-check').expect(401);
  });

  it('says that a page of ours has no fault, and what it reads', async () => {
    const { pdf } = await renderDispatch(letter());
    const { text } = await send(pdf).expect(200);
    expect(words(text)).toMatch(/Không thấy lỗi thể thức công văn\.pdf, 1 trang/);
    expect(words(text)).toMatch(/Ký hiệu SKHCN-CĐS .*Người ký Trần Thị Minh Hạnh/);
  });

  it('names the faults of a page by clause, with page, place and what is wanted', async () => {
    const pdf = await typed((sheet) => {
      sheet.pieces.find(({ id }) => id === 'date')!.text = 'Hưng Yên, ngày 9 tháng 3 năm 2026';
      sheet.pieces.find(({ id }) => id === 'recipient-2')!.text = '- Lãnh đạo Sở';
    });
    const said = words((await send(pdf).expect(200)).text);
    expect(said).toContain('Thấy 2 lỗi');
    expect(said).toMatch(
      /Phụ lục I, II\.4\.b Lỗi Địa danh, ngày tháng ?, trang 1 Hưng Yên, ngày 9 tháng 3 năm 2026 Ghi "ngày 9 tháng 3"\. Quy định: Thêm số 0/,
    );
    expect(said).toMatch(/Phụ lục I, II\.9\.c Lỗi Nơi nhận, dòng 2 ?, trang 2 - Lãnh đạo Sở/);
    const { body } = await send(pdf, '/api/page-check').expect(200);
    expect(body).toMatchObject({
      name: 'công văn.pdf',
      pages: 2,
      findings: [
        { rule: 'date.form', page: 1, clause: 'NĐ 30/2020, Phụ lục I, II.4.b' },
        { rule: 'recipients.closing-mark', page: 2, quote: '- Lãnh đạo Sở' },
      ],
    });
    expect(body.read).toContainEqual({ label: 'Số', value: '128', page: 1 });
  });

  it('judges nothing of a document of the Party and says which rules it follows', async () => {
    const lines: Line[] = [
      ['TỈNH ỦY HƯNG YÊN', 85, 60],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', 340, 60, true],
      ['Số 12-CV/TU', 110, 100],
    ];
    const { text } = await send(await drawn([{ lines }])).expect(200);
    expect(words(text)).toMatch(/Không kiểm tra Đây là văn bản của Đảng.*36-HD\/VPTW/);
  });

  it('refuses what bears a secrecy mark', async () => {
    const pdf = await drawn([{ lines: [...LETTER, ['MẬT', 100, 190, true]] }]);
    const { body } = await send(pdf, '/api/page-check').expect(409);
    expect(body.type).toBe('classified');
    expect(words((await send(pdf).expect(409)).text)).toMatch(/có độ mật không được đưa vào/);
  });

  it('takes no line of a paragraph for a secrecy mark', async () => {
    const rest: Line[] = [
      ['Đơn vị soạn thảo phải xác định', 120, 200],
      ['độ mật của từng tài liệu, và người được giao phải giữ bí', 85, 220],
      ['mật. Tài liệu độ tuyệt mật, tối mật thì giữ ở tủ riêng.', 85, 240],
      ['Độ mật của tài liệu do người soạn thảo đề xuất.', 120, 255],
    ];
    const { body } = await send(await drawn([{ lines: [...LETTER, ...rest] }]), '/api/page-check');
    expect(body).toMatchObject({ pages: 1, read: expect.any(Array) });
    for (const stamp of ['MẬT - Bản số 01', 'TUYỆT MẬT', 'Độ mật: Mật', '(mật)']) {
      const pdf = await drawn([{ lines: [...LETTER, ...rest, [stamp, 100, 270, true]] }]);
      await send(pdf, '/api/page-check').expect(409);
    }
  });

  it('says of each file that it cannot read why, in the form and in the API', async () => {
    const locked = await drawn([{ lines: LETTER }], { userPassword: 'a', ownerPassword: 'b' });
    const whole = await drawn([{ lines: LETTER }]);
    const long = await drawn(Array.from({ length: 201 }, () => ({})));
    const cases: [Buffer | string, number, string, RegExp][] = [
      ['', 422, 'invalid-input', /Chọn một tệp PDF/],
      ['PK một tệp Word', 415, 'not-a-pdf', /không phải tệp PDF/],
      [locked, 422, 'pdf-locked', /đặt mật khẩu/],
      [whole.subarray(0, 600), 422, 'pdf-broken', /bị hỏng hoặc thiếu/],
      [long, 422, 'pdf-too-long', /hơn 200 trang.*Tách phần văn bản chính/],
      [Buffer.alloc(20_000_001, '%PDF-'), 413, 'too-large', /lớn quá 20 MB/],
    ];
    for (const [file, status, type, said] of cases) {
      const { text } = await send(file).expect(status);
      expect(words(text)).toMatch(said);
      expect(text).toContain('type="file"');
      const { body } = await send(file, '/api/page-check').expect(status);
      expect(body.type).toBe(type);
    }
  });

  it('gives a file up that takes too long, and goes on with the next', async () => {
    const thread = new PageCheckThread({ longestMs: 1, mostWaiting: 2, memoryMb: 256 });
    const { pdf } = await renderDispatch(letter());
    const said = await Promise.all(
      [1, 2, 3].map(() => thread.check(pdf).catch((error: Error) => error.message)),
    );
    expect(said[0]).toMatch(/chưa đọc xong.*tách phần văn bản chính/);
    expect(said[2]).toBe('Đang có nhiều tệp chờ đọc. Chờ một phút rồi gửi lại.');
    await thread.onApplicationShutdown();
    await send(pdf).expect(200);
  });
});
