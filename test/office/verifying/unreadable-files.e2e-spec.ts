import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { append, Loot } from '../../engines/signatures/tampering.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { TITLE, type VerifyingOffice, verifyingOffice, words } from './verifying-office.ts';

let office: VerifyingOffice;
let issued: VerifyingOffice['issued'];
let upload: VerifyingOffice['upload'];

beforeAll(async () => {
  office = await verifyingOffice();
  ({ issued, upload } = office);
}, 60_000);
afterAll(() => office?.close());

describe('a file that cannot be read', () => {
  it('gets a sentence, not an error, for what is no PDF, empty, missing or too large', async () => {
    const image = await upload(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), '/verify', 'a.pdf');
    expect(image.status).toBe(415);
    expect(words(image.text)).toContain('Đây không phải tệp PDF');
    expect(image.text).toContain('enctype="multipart/form-data"');
    const empty = await upload('').expect(422);
    expect(words(empty.text)).toContain('Hãy chọn một tệp PDF');
    const none = await office.anyone.post('/verify').type('form').send('a=1').expect(422);
    expect(words(none.text)).toContain('Hãy chọn một tệp PDF');
    const large = await upload(Buffer.alloc(10_000_001, '%PDF-1.7 ')).expect(413);
    expect(words(large.text)).toContain('lớn hơn 10 MB');
    const two = await upload(issued.pdf).attach('file', issued.pdf, 'b.pdf').expect(400);
    expect(words(two.text)).toContain('Không nhận được trọn tệp');
    const broken = await office.anyone
      .post('/verify')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-')
      .expect(400);
    expect(words(broken.text)).toContain('Không nhận được trọn tệp');
  });

  it.each([
    ['only its header', '%PDF-1.7\n'],
    ['a table that points nowhere', '%PDF-1.7\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'],
    ['brackets without end', `%PDF-1.7\n${'['.repeat(200_000)}`],
    ['noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 0xa5)])],
  ])('is told that a PDF of %s cannot be read', async (_, file) => {
    const text = words((await upload(file).expect(200)).text);
    expect(text).toContain('Không kiểm tra được tệp này');
  });

  it('is told that a file made to wear out the reader was given up, and the next is read', async () => {
    const { free } = new Loot(issued.pdf);
    // 60 objects as large as one may be: more arrays than the memory of the thread holds.
    const each = `[${'[1]'.repeat(49_000)}]`;
    const objects = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [free + i, each]));
    const text = words((await upload(append(issued.pdf, { objects })).expect(422)).text);
    // On a machine with much to do its time is over before its memory is.
    expect(text).toMatch(/Cấu trúc của tệp này bất thường|chưa kiểm tra xong/);
    expect(words((await upload(issued.pdf).expect(200)).text)).toContain(TITLE);
  }, 60_000);

  it('is told that a file has more in it than any dispatch has', async () => {
    const { free } = new Loot(issued.pdf);
    const long = append(issued.pdf, { objects: { [free]: `[${'1 '.repeat(100_000)}]` } });
    expect(words((await upload(long).expect(200)).text)).toContain('Không kiểm tra được tệp này');
    let saved = issued.pdf;
    for (let i = 0; i < 22; i++) saved = append(saved, { objects: { [free]: '[]' } });
    expect(words((await upload(saved).expect(200)).text)).toContain('tệp có quá nhiều lần lưu');
    const rows = '0000000000 65535 f \n'.repeat(100_001);
    const end = `xref\n0 100001\n${rows}trailer\n<<>>\nstartxref\n9\n%%EOF\n`;
    const listed = words((await upload(`%PDF-1.7\n${end}`).expect(200)).text);
    expect(listed).toContain('tệp có quá nhiều đối tượng');
  }, 60_000);
});

describeWith(['qpdf'], 'a file under a password', () => {
  it('is called that', async () => {
    const folder = await scratchFolder();
    const [plain, locked] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    writeFileSync(plain, issued.pdf);
    for (const streams of ['disable', 'generate']) {
      const how = ['--encrypt', 'mật', 'khẩu', '256', '--', `--object-streams=${streams}`];
      run('qpdf', ...how, plain, locked);
      const text = words((await upload(Buffer.from(run('base64', '-w0', locked), 'base64'))).text);
      expect(text).toContain('Không kiểm tra được tệp này');
      expect(text).toContain('mật khẩu');
    }
  });
});
