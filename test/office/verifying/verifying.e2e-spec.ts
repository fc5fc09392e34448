import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InstallationKeys } from '../../../src/platform/installation/installation-keys.ts';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { checkCode } from '../../../src/office/dispatches/check-code.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { append, Loot, drawing } from '../../engines/signatures/tampering.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { seedId } from '../../support/seed.ts';
import { aSigned, anIssued, documentOf, signingOffice } from '../../support/signing-office.ts';
import type { SigningOffice } from '../../support/signing-office.ts';

let office: SigningOffice;
let issued: { id: string; pdf: Buffer };
let callers = 0;

beforeAll(async () => {
  office = await signingOffice({ env: { CHECK_CODE: 'on' } });
  issued = await anIssued(office, { abstract: 'kiểm tra <hệ thống> truyền thanh' });
}, 60_000);
afterAll(() => office?.close());

/** Sends a file as a browser without an account would, from an address of its own. */
function upload(file: Buffer | string, path = '/verify', name = 'văn bản.pdf', from?: string) {
  const bytes = Buffer.isBuffer(file) ? file : Buffer.from(file);
  return office.anyone
    .post(path)
    .set('X-Forwarded-For', from ?? `192.0.2.${(callers += 1)}`)
    .attach('file', bytes, { filename: name, contentType: 'application/pdf' });
}

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** A new number painted over the old, after the seal. */
function renumbered(pdf: Buffer): Buffer {
  const loot = new Loot(pdf);
  const number = loot.field('so_van_ban');
  const objects = {
    [number]: loot.with(number, { V: '(999)', AP: `<</N ${loot.free} 0 R>>` }),
    [loot.free]: drawing('BT ET'),
  };
  return append(pdf, { objects });
}

const TITLE = 'Văn bản thật và nguyên vẹn';

describe('anybody who has received a file', () => {
  it('finds the way from sign-in and from the personal link, without account and JavaScript', async () => {
    const signIn = await office.anyone.get('/signin').expect(200);
    expect(signIn.text).toContain('href="/verify"');
    const [{ id }] = await office.database.query('SELECT id FROM recipients LIMIT 1');
    const link = `/a/${linkToken(office.config.keys, id)}`;
    const personal = await office.anyone.get(link).expect(200);
    expect(words(personal.text)).toContain('Kiểm tra chữ ký số của tệp đã nhận');
    const { text } = await office.anyone.get('/verify').expect(200);
    expect(text).toContain('enctype="multipart/form-data"');
    expect(text).toContain('<label for="file">');
    expect(text).not.toContain('<script');
  });

  it('learns that a genuine file is genuine, who signed it, and that its authority is for trying out', async () => {
    const answer = await upload(issued.pdf).expect(200);
    const text = words(answer.text);
    expect(text).toContain(TITLE);
    expect(text).toContain('Vũ Xuân Thành đã ký, Sở Thông tin và Truyền thông đã đóng dấu');
    expect(text).toContain('Thử nghiệm Chữ ký do tổ chức chứng thực thử nghiệm cấp');
    expect(text).toContain('không có giá trị pháp lý');
    expect(text).toContain('Chứng thư đáng tin cậy : đạt');
    expect(text).toContain('theo lời người ký');
    expect(text).toContain('Tệp đã được lưu 3 lần');
    expect(text).toContain('điền số');
    expect(text).toContain('Toàn bộ tệp');
    expect(text).toContain('văn bản.pdf');
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('is told that the office’s own register has these bytes', async () => {
    const text = words((await upload(issued.pdf).expect(200)).text);
    expect(text).toContain('Có trong sổ của cơ quan ban hành');
    expect(text).toContain('kiểm tra <hệ thống> truyền thanh');
  });

  it('is warned of a number that was changed after the seal', async () => {
    const text = words((await upload(renumbered(issued.pdf)).expect(200)).text);
    expect(text).toContain('Không phải văn bản thật và nguyên vẹn');
    expect(text).toContain('Sau khi đóng dấu, số của văn bản đã bị thay đổi');
    expect(text).toContain('Không bị sửa sau khi ký : không đạt');
    expect(text).not.toContain(TITLE);
    expect(text).not.toContain('Có trong sổ');
  });

  it('is warned of a byte changed under the signatures, and of a file cut short', async () => {
    const flipped = Buffer.from(issued.pdf);
    flipped[flipped.indexOf('stream') + 40]! ^= 1;
    const text = words((await upload(flipped).expect(200)).text);
    expect(text).toContain('Nội dung khớp với chữ ký : không đạt');
    expect(text).toContain('Không phải văn bản thật');
    const cut = words((await upload(issued.pdf.subarray(0, 60_000)).expect(200)).text);
    expect(cut).toContain('Không kiểm tra được tệp này');
  });

  it('is told what a file lacks that only the person has signed, or nobody', async () => {
    const half = words((await upload(await documentOf(office, await aSigned(office)))).text);
    expect(half).toContain('Văn bản thiếu chữ ký số (dấu) của cơ quan');
    const draft = await documentOf(office, await seedId(office));
    expect(words((await upload(draft)).text)).toContain('Tệp chưa có chữ ký số');
  });

  it('is not taken in by an authority of the forger’s own', async () => {
    const forger = await signingOffice();
    try {
      const { pdf } = await anIssued(forger);
      const text = words((await upload(pdf).expect(200)).text);
      expect(text).toContain('Chưa kết luận được, chưa thể coi là thật');
      expect(text).toContain('Chứng thư đáng tin cậy : chưa kết luận được');
      expect(text).toContain('thiếu chứng thư gốc đáng tin cậy');
      expect(text).not.toContain(TITLE);
    } finally {
      await forger.close();
    }
  }, 60_000);

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

  it('keeps nothing: no row is added, whatever was sent', async () => {
    const count = async () => {
      const [row] = await office.database.query(
        'SELECT (SELECT count(*) FROM files) AS files, (SELECT count(*) FROM journal_entries) AS entries',
      );
      return row;
    };
    const before = await count();
    await upload(issued.pdf);
    await upload(renumbered(issued.pdf));
    expect(await count()).toEqual(before);
  });

  it('may check twelve files a minute; the next is put off, and others are not held up', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 12; i++) {
      statuses.add((await upload('no PDF', '/verify', 'a.pdf', '198.51.100.7')).status);
    }
    expect([...statuses]).toEqual([415]);
    const refused = await upload(issued.pdf, '/verify', 'a.pdf', '198.51.100.7').expect(429);
    expect(words(refused.text)).toContain('Chờ một phút rồi gửi tiếp');
    expect(refused.headers['retry-after']).toBeDefined();
    await upload(issued.pdf).expect(200);
  });

  it('does not keep the office waiting: pages are served while files are verified', async () => {
    const heavy = Array.from({ length: 12 }, () => upload(issued.pdf));
    const settled = Promise.all(heavy);
    await office.anyone.get('/signin').expect(200);
    for (const { status } of await settled) expect(status).toBe(200);
  });

  it('is told to wait when too many files lie before theirs', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => upload(issued.pdf)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 503]));
    const busy = answers.find(({ status }) => status === 503)!;
    expect(words(busy.text)).toContain('Chờ một phút rồi gửi lại tệp');
  });
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

describeWith(['zbarimg', 'pdftoppm'], 'whoever scans the QR code on the page', () => {
  async function scanned(pdf: Buffer): Promise<string> {
    const folder = await scratchFolder();
    const [file, image] = [join(folder, 'a.pdf'), join(folder, 'a')];
    writeFileSync(file, pdf);
    run('pdftoppm', '-r', '150', '-gray', '-png', '-singlefile', file, image);
    const address = new URL(run('zbarimg', '-q', '--raw', `${image}.png`).trim());
    expect(address.origin).toBe('http://noi-nhan.example');
    return address.pathname;
  }

  it('reads what the office says it has issued', async () => {
    const path = await scanned(issued.pdf);
    const { text, headers } = await office.anyone.get(path).expect(200);
    const said = words(text);
    expect(said).toContain('Sở Thông tin và Truyền thông đã phát hành văn bản này');
    expect(said).toContain('V/v kiểm tra <hệ thống> truyền thanh');
    expect(said).toMatch(/Số, ký hiệu \d\d\/STTTT-BCVT/);
    expect(said).toContain('Vũ Xuân Thành KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC');
    expect(headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
  });

  it('holds a file against the issued bytes', async () => {
    const path = await scanned(issued.pdf);
    expect(words((await upload(issued.pdf, path).expect(200)).text)).toContain(TITLE);
    const forged = words((await upload(renumbered(issued.pdf), path).expect(200)).text);
    expect(forged).toContain('Khác với bản đã phát hành');
    const other = await anIssued(office);
    const swapped = words((await upload(other.pdf, path).expect(200)).text);
    expect(swapped).toContain('Khác với bản đã phát hành');
    expect(swapped).toContain('là một văn bản khác');
    expect(swapped).not.toContain(TITLE);
    const image = await upload('GIF89a', path).expect(415);
    expect(image.text).toContain(`action="${path}"`);
  });

  it('is told that a draft is not yet anything, and nothing of what it says', async () => {
    const path = await scanned(await documentOf(office, await aSigned(office)));
    const said = words((await office.anyone.get(path).expect(200)).text);
    expect(said).toContain('Chưa được phát hành');
    expect(said).not.toContain('truyền thanh');
  });

  it('is told that nobody gave a code that was made up or changed by a letter', async () => {
    const code = (await scanned(issued.pdf)).slice('/verify/'.length);
    const changed = code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const stranger = checkCode(new InstallationKeys('another secret of 32 characters…'), issued.id);
    for (const wrong of ['x', changed.slice(1), `${code}AAAA`, stranger, issued.id, '1/STTTT']) {
      const path = `/verify/${encodeURIComponent(wrong)}`;
      const said = words((await office.anyone.get(path).expect(404)).text);
      expect(said).toContain('Không có văn bản nào mang mã này');
      await upload(issued.pdf, path).expect(404);
    }
  });
});

describe('an office without digital signatures and without the QR code', () => {
  let plain: TestOffice;
  beforeAll(async () => {
    plain = await testOffice();
  });
  afterAll(() => plain?.close());

  it('still says of its own file that it is the one it issued', async () => {
    const { pdf } = await anIssued(plain);
    expect(pdf.includes('/Figure')).toBe(false);
    const { text } = await plain.anyone.post('/verify').attach('file', pdf, 'a.pdf').expect(200);
    expect(words(text)).toContain('Đúng tệp đã phát hành, chữ ký số chưa đạt');
  });
});
