import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { pemFile } from './judges.ts';
import {
  anOffice,
  archived,
  folderOfTests,
  type Office,
  sealed,
  signed,
  unsigned,
} from './office.ts';
import { built } from '../../support/built.ts';

const folder = folderOfTests();
let office: Office;
let root: string;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  office = await anOffice(folder);
  root = pemFile(folder, office.authority.root);
  const person = await signed(office, await unsigned());
  const whole = await sealed(office, person);
  writeFileSync(path('person.pdf'), person);
  writeFileSync(path('whole.pdf'), whole);
  writeFileSync(path('archived.pdf'), await archived(office, whole));
});

function verify(...args: string[]) {
  const start = [built('src/ops/verify-command.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...start, ...args], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run verify', () => {
  it('ends with 0 for a file that is genuine and whole, and tells who signed', () => {
    const { status, stdout } = verify(path('archived.pdf'), '--root', root, '--require-timestamp');
    expect(stdout).toContain('Văn bản thật và nguyên vẹn');
    expect(stdout).toContain('thử nghiệm, không có giá trị pháp lý');
    expect(stdout).toContain('Mức chữ ký: B-LTA');
    expect(stdout).toContain('điền ô “so_van_ban”');
    expect(status).toBe(0);
  });

  it('ends with 1 for a file without seal, without timestamp where one is asked for, or of unknown root', async () => {
    expect(verify(path('person.pdf'), '--root', root)).toMatchObject({ status: 1 });
    const stamped = verify(path('whole.pdf'), '--root', root, '--require-timestamp');
    expect(stamped).toMatchObject({ status: 1, stdout: expect.stringContaining('dấu thời gian') });
    const other = await anOffice(join(folder, 'other'));
    writeFileSync(path('other.der'), other.authority.root);
    expect(verify(path('whole.pdf'), '--root', path('other.der'))).toMatchObject({ status: 1 });
  });

  it('ends as it should when nobody reads on, as before `| head`', async () => {
    const start = [built('src/ops/verify-command.ts')];
    for (const [file, code] of [
      ['archived.pdf', 0],
      ['person.pdf', 1],
    ] as const) {
      const child = spawn(process.execPath, [...start, path(file), '--root', root], {
        cwd: packageRoot,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.destroy();
      let complaint = '';
      child.stderr.on('data', (chunk) => (complaint += String(chunk)));
      const [status] = await once(child, 'close');
      expect({ status, complaint }).toEqual({
        status: code,
        complaint: expect.not.stringContaining('EPIPE'),
      });
    }
  });

  it('gives the whole report as JSON', () => {
    const { stdout } = verify(path('whole.pdf'), '--root', root, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ isGenuine: true, level: 'B-B', number: '412' });
  });

  it('ends with 2 when it cannot run, and says how it is used', () => {
    const whole = path('whole.pdf');
    for (const [sentence, ...args] of [
      ['Chưa nêu tệp cần kiểm tra.'],
      ['Mỗi lần chỉ kiểm tra một tệp.', whole, whole, '--root', root],
      ['Không có tham số --roots.', whole, '--roots', root],
      ['Tham số --root thiếu giá trị.', whole, '--root'],
      ['Tham số --json không nhận giá trị.', whole, '--json=1', '--root', root],
    ] as const) {
      expect(verify(...args)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(new RegExp(`^${sentence}\nCách dùng: `)),
      });
    }
  });

  it('ends with 2 and one sentence for files that are not there or something else', () => {
    const whole = path('whole.pdf');
    writeFileSync(
      path('broken.pem'),
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    );
    for (const [words, ...args] of [
      ['none.pdf', path('none.pdf'), '--root', root],
      ['none.pem', whole, '--root', path('none.pem')],
      ['không phải chứng thư số', whole, '--root', whole],
      ['không phải chứng thư số', whole, '--root', path('broken.pem')],
      ['thư mục', folder, '--root', root],
      ['none.crl', whole, '--root', root, '--crl', path('none.crl')],
    ] as const) {
      const { status, stderr } = verify(...args);
      expect({ words, status, stderr }).toEqual({
        words,
        status: 2,
        stderr: expect.stringMatching(new RegExp(`^[^\n]*${words}[^\n]*\n$`)),
      });
    }
  });
});
