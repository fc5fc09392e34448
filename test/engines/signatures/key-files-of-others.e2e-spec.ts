import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pkcs12Key, withPkcs12Key } from '../../../src/engines/signatures/keys/pkcs12-key.ts';
import { describeWith, run } from '../page/outside-tool.ts';
import { folderOfTests } from './office.ts';

const folder = folderOfTests();

describeWith(['openssl'], 'PKCS#12 files of other makers', () => {
  const files = () => {
    const key = join(folder, 'other-key.pem');
    const certificate = join(folder, 'other.pem');
    const request = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      certificate,
    ];
    execFileSync('openssl', [...request, '-subj', '/CN=Nguoi khac', '-days', '2'], {
      stdio: 'pipe',
    });
    return ['-inkey', key, '-in', certificate];
  };

  it.each([
    ['OpenSSL 3', []],
    ['3DES', ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['RC2-40', ['-legacy']],
  ])('opens one of %s', async (name, options) => {
    const path = join(folder, `${name}.p12`);
    run(
      'openssl',
      'pkcs12',
      '-export',
      ...files(),
      ...options,
      '-passout',
      'pass:mật-khẩu',
      '-out',
      path,
    );
    process.env['TEST_P12'] = 'mật-khẩu';
    await withPkcs12Key(path, { variable: 'TEST_P12' }, async (key) => {
      expect(new X509Certificate(key.certificate).subject).toBe('CN=Nguoi khac');
      expect(await key.sign(Buffer.from('x'))).toHaveLength(256);
    });
  });

  it('refuses a wrong password without repeating it', async () => {
    const path = join(folder, 'wrong.p12');
    run('openssl', 'pkcs12', '-export', ...files(), '-passout', 'pass:dung', '-out', path);
    await expect(Pkcs12Key.open(readFileSync(path), 'sai-mat-khau')).rejects.toMatchObject({
      code: 'key-unreadable',
      message: expect.not.stringContaining('sai-mat-khau'),
    });
    await expect(withPkcs12Key(path, { variable: 'TEST_NOT_SET' }, fail)).rejects.toThrow(
      'TEST_NOT_SET',
    );
  });
});

function fail(): never {
  throw new Error('Must not be called');
}
