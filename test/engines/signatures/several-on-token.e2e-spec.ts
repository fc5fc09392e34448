import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Pkcs11Key } from '../../../src/engines/signatures/keys/pkcs11-key.ts';
import { describeWhere, isInstalled } from '../page/outside-tool.ts';
import { folderOfTests } from './office.ts';
import { type Certificate, expectSigning, Pairs } from './pairs.ts';
import { missingForTokens, TOKEN_MODULE, TOKEN_PIN } from './soft-token.ts';

const pairs = new Pairs(folderOfTests());
const missing = ['openssl'].filter((tool) => !isInstalled(tool));

describeWhere(
  [...missing, ...missingForTokens()],
  'A token with several certificates under one id',
  () => {
    const token = (label: string) => ({
      module: TOKEN_MODULE,
      label,
      id: 'a1',
      pinVariable: 'SEVERAL_PIN',
      chain: [],
    });
    const tool = (name: string, ...words: string[]) =>
      execFileSync(name, words, { env: process.env, stdio: 'pipe' });

    beforeAll(() => {
      pairs.make();
      const home = pairs.at('tokens');
      mkdirSync(home);
      writeFileSync(pairs.at('softhsm2.conf'), `directories.tokendir = ${home}\n`);
      process.env['SOFTHSM2_CONF'] = pairs.at('softhsm2.conf');
      process.env['SEVERAL_PIN'] = TOKEN_PIN;
    });

    const fill = (label: string, certificates: string[], nameOf = (each: string) => each) => {
      const pins = ['--pin', TOKEN_PIN, '--so-pin', '0000'];
      tool('softhsm2-util', '--init-token', '--free', '--label', label, ...pins);
      const target = ['--token', label, '--label', 'khoa', '--id', 'a1', '--pin', TOKEN_PIN];
      tool('softhsm2-util', '--import', pairs.at('a.key'), ...target);
      for (const certificate of certificates) {
        const own = pairs.at(`${certificate}.der`);
        writeFileSync(own, pairs.certificate(certificate).raw);
        const where = [
          '--module',
          TOKEN_MODULE,
          '--token-label',
          label,
          '--login',
          '--pin',
          TOKEN_PIN,
        ];
        tool(
          'pkcs11-tool',
          ...where,
          '--write-object',
          own,
          '--type',
          'cert',
          '--id',
          'a1',
          '--label',
          nameOf(certificate),
        );
      }
    };

    it.each<[string, Certificate[], Certificate]>([
      ['renewed', ['a-ended', 'a-valid'], 'a-valid'],
      ['renewed-first', ['a-valid', 'a-ended'], 'a-valid'],
      ['both-hold', ['a-later', 'a-valid'], 'a-later'],
      ['not-yet', ['a-valid', 'a-coming'], 'a-valid'],
      ['encryption', ['a-sealing', 'a-valid'], 'a-valid'],
      ['of-another-key', ['b-later', 'a-valid'], 'a-valid'],
      ['ended-alone', ['b-later', 'a-ended'], 'a-ended'],
    ])('%s: of %j it takes %s', async (label, certificates, taken) => {
      fill(label, certificates);
      await expectSigning(pairs, await Pkcs11Key.open(token(label)), taken);
    });

    it('is refused in words where their labels do not tell them apart', async () => {
      fill('same', ['a-ended', 'a-valid'], () => 'chung thu');
      await expect(Pkcs11Key.open(token('same'))).rejects.toMatchObject({
        code: 'key-unreadable',
        message: expect.stringContaining('Hãy đặt nhãn khác nhau'),
      });
    });

    it.each<[string, Certificate[], string, string]>([
      ['strange', ['b-valid', 'b-later'], 'key-unreadable', 'Không có chứng thư số nào khớp'],
      ['sealing', ['a-sealing'], 'certificate-not-for-signing', 'chỉ dùng để mã hóa'],
    ])('%s: with %j alone it is refused in words', async (label, certificates, code, words) => {
      fill(label, certificates);
      await expect(Pkcs11Key.open(token(label))).rejects.toMatchObject({
        code,
        message: expect.stringContaining(words),
      });
    });
  },
);
