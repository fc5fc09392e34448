import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, run } from '../page/outside-tool.ts';

export const TOKEN_MODULE = '/usr/lib/softhsm/libsofthsm2.so';
export const TOKEN_PIN = '1357';

export const missingForTokens = (): string[] => [
  ...['pkcs11-tool', 'softhsm2-util', 'openssl'].filter((tool) => !isInstalled(tool)),
  ...(existsSync(TOKEN_MODULE) ? [] : [TOKEN_MODULE]),
];

/** A SoftHSM token `van-thu` that holds the key of a PKCS#12 file under the id a1; found through SOFTHSM2_CONF. */
export function softToken(
  home: string,
  {
    file,
    passwordFile,
    certificate,
  }: Record<'file' | 'passwordFile', string> & { certificate: Buffer },
): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'softhsm2.conf'), `directories.tokendir = ${home}\n`);
  process.env['SOFTHSM2_CONF'] = join(home, 'softhsm2.conf');
  const [key, own] = [join(home, 'key.pem'), join(home, 'certificate.der')];
  const password = ['-passin', `file:${passwordFile}`];
  run('openssl', 'pkcs12', '-in', file, '-nocerts', '-nodes', '-out', key, ...password);
  writeFileSync(own, certificate);
  const tool = (name: string, ...words: string[]) =>
    execFileSync(name, words, { env: process.env, stdio: 'pipe' });
  const pins = ['--pin', TOKEN_PIN, '--so-pin', '0000'];
  tool('softhsm2-util', '--init-token', '--free', '--label', 'van-thu', ...pins);
  const target = ['--token', 'van-thu', '--label', 'khoa', '--id', 'a1', '--pin', TOKEN_PIN];
  tool('softhsm2-util', '--import', key, ...target);
  const token = [
    '--module',
    TOKEN_MODULE,
    '--token-label',
    'van-thu',
    '--login',
    '--pin',
    TOKEN_PIN,
  ];
  tool('pkcs11-tool', ...token, '--write-object', own, '--type', 'cert', '--id', 'a1');
}
