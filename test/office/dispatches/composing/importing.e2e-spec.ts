import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { letterInWord } from './word-file.ts';

/** A ZIP with these parts. */
async function packed(parts: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const inWord = (body: string) => `<?xml version="1.0"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const docx = (body: string, more: Record<string, Buffer | string> = {}) =>
  packed({ '_rels/.rels': RELATIONS, 'word/document.xml': inWord(body), ...more });

describe('a draft from Word', () => {
  let office: TestOffice;
  let drafter: Browser;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  const send = (bytes: Buffer, name = 'du-thao.docx') =>
    drafter.post('/dispatches/import').attach('file', bytes, name);
  const drafts = async () =>
    Number((await office.database.query('SELECT count(*) FROM dispatches'))[0].count);

  it('is taken apart into the form, which says what did not fit; nothing is stored yet', async () => {
    const before = await drafts();
    const { text } = await send(await letterInWord()).expect(200);
    expect(text).toContain('Nhận ra: Trích yếu, Ký hiệu, Kính gửi (1), Nội dung, Nơi nhận (3).');
    expect(text).toMatch(/name="abstract"[^>]*>kiểm tra hệ thống truyền thanh cơ sở</);
    expect(text).toContain('name="symbol" value="STTTT-BCVT"');
    expect(text).toContain('value="Ủy ban nhân dân các huyện, thành phố"');
    for (const line of ['Như trên', 'Lãnh đạo Sở', 'Lưu: VT, BCVT']) {
      expect(text).toContain(`value="${line}"`);
    }
    const [, body] = /<textarea id="body"[^>]*>([^<]*)</.exec(text)!;
    expect(body!.split('\n\n')).toEqual([
      'Để chuẩn bị cho năm tới, Sở **đề nghị** các cơ quan:',
      '1. Rà soát máy móc;',
      'a) Ở cấp huyện;',
      'b) Ở cấp xã.',
      '2. Báo cáo Sở.',
      '| Đơn vị | Số loa |\n|---|---|\n| Xã An Bình | 12 |',
      'Trân trọng./.',
    ]);
    expect(text).toMatch(/<option[^>]*selected[^>]*>[^<]*Vũ Xuân Thành/);
    const dropped = [...text.matchAll(/<li>([^<]+)<\/li>/g)].map((match) => match[1]);
    expect(dropped).toEqual([
      'Tên cơ quan, Quốc hiệu, số và ngày: hệ thống tự in.',
      'Phần ký (KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Vũ Xuân Thành): chọn ở ô Người ký.',
      '2 cỡ chữ',
      '1 phông chữ',
      '1 màu chữ',
      '1 chỗ gạch chân',
      '1 chú thích',
      '1 ảnh',
    ]);
    expect(await drafts()).toBe(before);
  });

  it('is read for programs as well', async () => {
    const sent = drafter.post('/api/documents/import').attach('file', await letterInWord(), 'x');
    const { body } = await sent.expect(200);
    expect(body.draft).toMatchObject({ type: 'cong-van', symbol: 'STTTT-BCVT' });
    expect(body.draft.copies.map(({ text }: { text: string }) => text)).toContain('Lãnh đạo Sở');
    expect(body.dropped).toContain('1 ảnh');
  });

  it('is refused with a secrecy mark, wherever it stands', async () => {
    const { text } = await send(await letterInWord('TỐI MẬT')).expect(409);
    expect(text).toContain('Văn bản có độ mật');
    // As somebody who is signed in, with the law under a heading and not for one.
    expect(text).toContain('<h1>Không tiếp nhận văn bản có độ mật</h1>');
    expect(text).toContain('Đăng xuất');
    expect(text).not.toContain('truyền thanh');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'Tệp trống'],
    ['no ZIP', Buffer.from('%PDF-1.7 not Word'), 'không phải Word'],
    ['old or encrypted', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'Word đời cũ'],
    ['cut off', undefined, 'Tệp hỏng'],
  ])('is refused in plain words: %s', async (_, bytes, words) => {
    const file = bytes ?? (await docx('')).subarray(0, 200);
    expect((await send(file).expect(422)).text).toContain(words);
  });

  it('is refused with macros in it, or when it is another kind of package', async () => {
    const macro = await docx('<w:p/>', { 'word/vbaProject.bin': 'x' });
    expect((await send(macro).expect(422)).text).toContain('Tệp có macro');
    const sheet = await packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' });
    expect((await send(sheet).expect(422)).text).toContain('không phải tệp Word');
  });

  it('is not unpacked beyond measure', async () => {
    const bomb = await docx('', { 'word/media/a.xml': Buffer.alloc(60_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await send(bomb).expect(422)).text).toContain('lớn bất thường');
    // One that claims to be small.
    const honest = await docx('', { 'word/a.xml': Buffer.alloc(50_000_000) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(50_000_000);
    for (let at = honest.indexOf(size); at >= 0; at = honest.indexOf(size))
      honest.fill(1, at, at + 4);
    expect((await send(honest).expect(422)).text).toContain('lớn bất thường');
    expect(deflateRawSync(Buffer.alloc(10)).length).toBeLessThan(10);
  });

  it('keeps nobody waiting when its insides are strange', async () => {
    const deep = await docx('<w:tbl><w:tr><w:tc>'.repeat(40_000));
    const { status, text } = await send(deep);
    expect([status, /hỏng|bất thường/.test(text)]).toEqual([422, true]);
    const entity = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}">]>`;
    const laughing = await packed({
      '_rels/.rels': RELATIONS,
      'word/document.xml': inWord('<w:p><w:r><w:t>&a;&a;</w:t></w:r></w:p>').replace(
        '?>',
        `?>${entity}`,
      ),
    });
    expect([200, 422]).toContain((await send(laughing)).status);
    await send(await letterInWord()).expect(200);
  });

  it('is refused when it is too large, before it is read', async () => {
    await send(Buffer.alloc(10_000_001)).expect(413);
  });
});
