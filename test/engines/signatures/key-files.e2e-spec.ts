import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pkcs12Key, withPkcs12Key } from '../../../src/engines/signatures/keys/pkcs12-key.ts';
import { describeWith, run } from '../page/outside-tool.ts';
import { folderOfTests } from './office.ts';

const PASSWORD = 'mat-khau';
const folder = folderOfTests();
const at = (name: string) => join(folder, name);
const openssl = (...words: string[]) => run('openssl', ...words);

/** A PKCS#12 file of the same key and certificate, written as openssl is told. */
function pkcs12(name: string, ...options: string[]): Buffer {
  const pair = ['-inkey', at('key.pem'), '-in', at('certificate.pem')];
  const target = ['-passout', `pass:${PASSWORD}`, '-out', at(name)];
  openssl('pkcs12', '-export', ...pair, ...options, ...target);
  return readFileSync(at(name));
}

const opening = (file: Uint8Array, password = PASSWORD) =>
  Pkcs12Key.open(file, password).then(
    () => 'opened',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );

function schemes(cipher: string, ...more: string[]): string[] {
  return ['-keypbe', cipher, '-certpbe', cipher, ...more];
}

describeWith(['openssl'], 'A file that is given as a key', () => {
  beforeAll(() => {
    const made = ['-keyout', at('key.pem'), '-out', at('certificate.pem')];
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...made, '-subj', '/CN=Thu');
  });

  it.each([
    ['AES-256', []],
    ['AES-128', schemes('aes-128-cbc')],
    ['3DES and RC2 of old', ['-legacy']],
    ['MAC by SHA-1', ['-macalg', 'sha1']],
    ['3DES by PBES2', schemes('des-ede3-cbc')],
    ['MAC by MD5', ['-macalg', 'md5']],
    ['no MAC', ['-nomac']],
    ['MAC by SHA-512', ['-macalg', 'sha512']],
    ['no encryption', schemes('NONE')],
  ])('opens with its password, and blames a wrong one: %s', async (_, options) => {
    const file = pkcs12('right.p12', ...options);
    expect(await opening(file)).toBe('opened');
    expect(await opening(file, 'sai')).toMatch(/^key-unreadable: .*mật khẩu không đúng/);
  });

  it.each([
    ['Camellia-256', schemes('camellia-256-cbc')],
    ['ARIA-256', schemes('aria-256-cbc')],
    ['SM4', schemes('sm4-cbc')],
    ['RC4-128', schemes('PBE-SHA1-RC4-128', '-legacy')],
    ['DES với MD5', schemes('PBE-MD5-DES', '-legacy')],
    ['Camellia-256', ['-keypbe', 'aes-256-cbc', '-certpbe', 'camellia-256-cbc']],
    ['MAC) bằng SHA3-256', ['-macalg', 'sha3-256']],
    ['MAC) bằng SM3', ['-macalg', 'sm3']],
    ['MAC) bằng thuật toán 1.3.36.3.2.1', ['-macalg', 'ripemd160']],
  ])('names what is not supported, whatever the password: %s', async (name, options) => {
    const file = pkcs12('unsupported.p12', ...options);
    for (const password of [PASSWORD, 'sai']) {
      const said = await opening(file, password);
      expect(said).toMatch(/^key-unsupported: .*Xuất lại tệp/);
      expect(said).toContain(name);
      expect(said).not.toContain('mật khẩu không đúng');
    }
  });

  it('names what is missing in a file that the password opens', async () => {
    const of = (...words: string[]) => {
      openssl(
        'pkcs12',
        '-export',
        ...words,
        '-passout',
        `pass:${PASSWORD}`,
        '-out',
        at('half.p12'),
      );
      return opening(readFileSync(at('half.p12')));
    };
    expect(await of('-nokeys', '-in', at('certificate.pem'))).toMatch(/^key-un\S+: .*khóa/);
    expect(await of('-nocerts', '-inkey', at('key.pem'))).toMatch(/^key-un\S+: .*chứng thư/);
  });

  it('is named where it is something else', async () => {
    const key = ['-in', at('key.pem')];
    const locked = ['-passout', `pass:${PASSWORD}`];
    openssl('pkcs8', '-topk8', ...key, ...locked, '-out', at('locked.pem'));
    openssl('pkcs8', '-topk8', ...key, ...locked, '-outform', 'DER', '-out', at('locked.der'));
    openssl('pkcs8', '-topk8', ...key, '-nocrypt', '-outform', 'DER', '-out', at('open.der'));
    openssl('rsa', ...key, '-traditional', '-outform', 'DER', '-out', at('rsa.der'));
    const certificate = ['-in', at('certificate.pem'), '-outform', 'DER'];
    openssl('x509', ...certificate, '-out', at('certificate.der'));
    const list = ['-certfile', at('certificate.pem'), '-outform', 'DER', '-out', at('list.p7b')];
    openssl('crl2pkcs7', '-nocrl', ...list);
    const right = pkcs12('right.p12');
    writeFileSync(at('text.txt'), right.toString('base64'));
    writeFileSync(at('cut.p12'), right.subarray(0, right.length - 7));
    writeFileSync(at('empty.p12'), '');
    writeFileSync(at('other.p12'), 'không phải khóa');
    writeFileSync(
      at('store.jks'),
      Buffer.from('feedfeed00000002000000010000000100046b686f61', 'hex'),
    );
    for (const [name, words] of [
      ['key.pem', /khóa riêng PEM.*openssl pkcs12 -export/],
      ['locked.pem', /PKCS#8 có mật khẩu.*openssl pkcs12 -export/],
      ['locked.der', /PKCS#8 có mật khẩu.*openssl pkcs12 -export/],
      ['open.der', /PKCS#8.*openssl pkcs12 -export/],
      ['rsa.der', /khóa riêng DER.*openssl pkcs12 -export/],
      ['certificate.pem', /chỉ có chứng thư/],
      ['certificate.der', /chỉ có chứng thư/],
      ['list.p7b', /chỉ có chứng thư \(PKCS#7\)/],
      ['text.txt', /base64.*openssl base64 -d/],
      ['cut.p12', /bị cắt cụt/],
      ['empty.p12', /rỗng/],
      ['other.p12', /không phải tệp khóa PKCS#12/],
      ['store.jks', /JKS.*keytool -importkeystore/],
    ] as const) {
      const said = await opening(readFileSync(at(name)));
      expect({ name, said }).toEqual({ name, said: expect.stringMatching(words) });
      expect(said).toMatch(/^key-unsupported: /);
    }
  });

  it('is named by its path when it, or the file of its password, is not there', async () => {
    const use = async () => 'used';
    const missing = withPkcs12Key(at('khong-co.p12'), { file: at('khong-co') }, use);
    await expect(missing).rejects.toMatchObject({
      code: 'key-unreadable',
      message: expect.stringMatching(/khong-co\.p12.*không có tệp ấy.*Báo quản trị viên/),
    });
    pkcs12('right.p12');
    const withoutPassword = withPkcs12Key(at('right.p12'), { file: at('khong-co') }, use);
    await expect(withoutPassword).rejects.toMatchObject({ code: 'key-unreadable' });
  });
});
