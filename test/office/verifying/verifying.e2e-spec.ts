import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { seedId } from '../../support/seed.ts';
import { aSigned, anIssued, documentOf, signingOffice } from '../../support/signing-office.ts';
import {
  renumbered,
  TITLE,
  type VerifyingOffice,
  verifyingOffice,
  words,
} from './verifying-office.ts';

let office: VerifyingOffice;
let issued: VerifyingOffice['issued'];
let upload: VerifyingOffice['upload'];

beforeAll(async () => {
  office = await verifyingOffice();
  ({ issued, upload } = office);
}, 60_000);
afterAll(() => office?.close());

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
