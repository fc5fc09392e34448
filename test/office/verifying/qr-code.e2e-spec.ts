import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InstallationKeys } from '../../../src/platform/installation/installation-keys.ts';
import { checkCode } from '../../../src/office/dispatches/check-code.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aSigned, anIssued, documentOf } from '../../support/signing-office.ts';
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
