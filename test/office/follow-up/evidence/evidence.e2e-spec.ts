import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE } from '../../../../src/dev/sample/thai-binh/office.ts';
import { testSigning } from '../../../../src/dev/test-signing.ts';
import { signStatement } from '../../../../src/engines/signatures/statement/sign-statement.ts';
import { TestAuthority } from '../../../../src/dev/test-authority/test-authority.ts';
import { describeWith, run } from '../../../engines/page/outside-tool.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { seedId, signed } from '../../../support/seed.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };

describeWith(['unzip'], 'the evidence of a dispatch', () => {
  let office: SendingOffice;
  let authority: string;
  let id: string;

  beforeAll(async () => {
    authority = await scratchFolder();
    const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
    const SIGNING_CONFIG = await testSigning(authority, SAMPLE_OFFICE.office, signers);
    office = await sendingOffice({ directory: scaledDirectory(80), env: { SIGNING_CONFIG } });
    id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.get(`/api/dispatches/${id}/evidence`).expect(409);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await office.mailbox.received(80);
    for (const mail of [1, 2, 3]) {
      const { text } = await office.mailbox.read(mail);
      const link = /(\/a\/[\w-]{43})\n/.exec(text!)![1]!;
      await office.anyone.post(`${link}/acknowledgement`).type('form').send(PERSON).expect(303);
      await office.anyone.get(`${link}/receipt.json`).expect(200);
    }
  }, 120_000);
  afterAll(() => office?.close());

  /** What the clerk downloads, unpacked by somebody else's tool. */
  const unpacked = async () => {
    const clerk = await office.as('vanthu');
    const { body, headers } = await clerk
      .get(`/dispatches/${id}/evidence.zip`)
      .responseType('blob')
      .expect(200);
    expect(headers['content-disposition']).toContain('chung-cu-01-STTTT-CNTT-VT.zip');
    const folder = await scratchFolder();
    await writeFile(join(folder, 'all.zip'), body);
    run('unzip', '-q', join(folder, 'all.zip'), '-d', join(folder, 'all'));
    return join(folder, 'all');
  };
  const checked = (folder: string, ...roots: string[]) =>
    spawnSync(process.execPath, [join(folder, 'kiem-tra.mjs'), ...roots], { encoding: 'utf8' });
  const root = () => join(authority, 'root.pem');

  it('says in one sentence, with 2, what is wrong with how it was called', async () => {
    const folder = await unpacked();
    const at = (name: string) => join(folder, '..', name);
    await writeFile(
      at('hong.pem'),
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    );
    await writeFile(
      at('khoa.pem'),
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
    );
    for (const [wrong, words] of [
      [at('khong-co.pem'), /không đọc được tệp .*khong-co\.pem/],
      [at('hong.pem'), /không phải chứng thư/],
      [at('khoa.pem'), /không phải chứng thư/],
      [folder, /không đọc được tệp/],
      ['--root', /không có tham số --root/],
    ] as const) {
      const { status, stdout, stderr } = checked(folder, root(), wrong);
      expect({ wrong, status, stdout }).toEqual({ wrong, status: 2, stdout: '' });
      expect(stderr.trim()).toMatch(words);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    await rm(join(folder, 'kiem-tra-chu-ky.mjs'));
    const alone = checked(folder);
    expect(alone).toMatchObject({ status: 2, stderr: expect.stringContaining('giải nén lại') });
    expect(alone.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('reads every root of a file that holds several', async () => {
    const folder = await unpacked();
    const other = await scratchFolder();
    await TestAuthority.open(other);
    const both = [await readFile(join(other, 'root.pem')), await readFile(root())];
    await writeFile(join(folder, '..', 'both.pem'), Buffer.concat(both));
    expect(checked(folder, join(folder, '..', 'both.pem')).status).toBe(0);
  });

  it('checks itself, without us, against a root that the reader trusts', async () => {
    const folder = await unpacked();
    const { status, stdout } = checked(folder, root());
    expect(stdout).toContain('80 nơi nhận, 3 đã tiếp nhận, 3 biên nhận có chữ ký.');
    expect(stdout).toContain('Mọi thứ khớp.');
    expect(status).toBe(0);
    const recipients = JSON.parse(await readFile(join(folder, 'noi-nhan.json'), 'utf8'));
    expect(recipients).toHaveLength(80);
    const attempts = JSON.parse(await readFile(join(folder, 'lan-gui.json'), 'utf8'));
    expect(attempts.length).toBeGreaterThanOrEqual(80);
  });

  it('says that an unknown office signed it', async () => {
    const other = await scratchFolder();
    await TestAuthority.open(other);
    const { status, stdout } = checked(await unpacked(), join(other, 'root.pem'));
    expect(stdout).toContain('không do chứng thư gốc bạn đưa ra bảo đảm');
    expect(status).toBe(1);
  });

  it.each(['van-ban.pdf', 'noi-nhan.json', 'tiep-nhan.json', 'danh-muc.json'])(
    'notices a change in %s',
    async (name) => {
      const folder = await unpacked();
      const bytes = await readFile(join(folder, name));
      const at = Math.floor(bytes.length / 2);
      bytes[at] = bytes[at] === 0x41 ? 0x42 : 0x41;
      await writeFile(join(folder, name), bytes);
      expect(checked(folder, root()).status).toBe(1);
    },
  );

  it('carries its part of the journal’s chain and the end of it, and names the entry that was tampered with', async () => {
    const folder = await unpacked();
    const path = join(folder, 'nhat-ky.json');
    const whole = await readFile(path, 'utf8');
    const { items, head } = (await (await office.as('vanthu')).get(`/api/dispatches/${id}/journal`))
      .body;
    expect(checked(folder, root()).stdout).toContain(`tới mục ${head.position}, mã ${head.hash}.`);
    type Item = { position: number; line: string; entry: { verb: string; details: object } };
    const entries: (Item & { person: { name: string } | null })[] = JSON.parse(whole);
    const shown = items.map(({ position, verb }: { position: number; verb: string }) => [
      position,
      verb,
    ]);
    expect(entries.map(({ position, entry }) => [position, entry.verb])).toEqual(shown.reverse());
    const afterwards = async (verb: string, tamper: (item: (typeof entries)[number]) => void) => {
      const tampered: typeof entries = JSON.parse(whole);
      const item = tampered.find(({ entry }) => entry.verb === verb)!;
      tamper(item);
      await writeFile(path, JSON.stringify(tampered));
      const { status, stdout } = checked(folder, root());
      expect(status).toBe(1);
      return stdout.replaceAll(`mục ${item.position} `, 'mục N ');
    };
    expect(
      await afterwards('issued', (item) => {
        item.line = item.line.replace('"number": 1', '"number": 2');
      }),
    ).toContain('mục N (issued) đã bị sửa');
    expect(
      await afterwards('signed', (item) => {
        item.entry.details = { by: 'somebody else' };
      }),
    ).toContain('mục N (signed) ghi khác với dòng đã băm');
    expect(
      await afterwards('acknowledged', (item) => {
        item.person!.name = 'Người khác';
      }),
    ).toContain('mục N (acknowledged) ghi sai người thực hiện');
  });

  /** As somebody with a key of this authority would: the list of files made anew after a change. */
  const signedAnew = async (folder: string, change: Record<string, string>, name: string) => {
    for (const [file, text] of Object.entries(change)) await writeFile(join(folder, file), text);
    const list = join(folder, 'danh-muc.json');
    const { payload } = JSON.parse(await readFile(list, 'utf8'));
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
    for (const file of Object.keys(change)) {
      content.files[file] = createHash('sha256').update(change[file]!).digest('hex');
    }
    const applicant = { purpose: 'agency' as const, name, organisation: name };
    const key = await (await TestAuthority.open(authority)).holder(applicant);
    const statement = name ? await signStatement(content, key) : content;
    await writeFile(list, JSON.stringify(statement));
    const { status, stdout } = checked(folder, root());
    expect(status).toBe(1);
    return stdout;
  };
  const ourName = SAMPLE_OFFICE.office.name;
  const contentOf = async (folder: string, name: string) =>
    JSON.parse(await readFile(join(folder, name), 'utf8'));

  it('is worth nothing against a root when its list is not signed, or signed by another office', async () => {
    expect(await signedAnew(await unpacked(), {}, '')).toContain(
      'không có chữ ký, nên chứng thư gốc không bảo đảm được gì',
    );
    expect(await signedAnew(await unpacked(), {}, 'Sở Tư pháp')).toContain(
      'CN=Sở Tư pháp (thử nghiệm) không phải cơ quan đã ký van-ban.pdf',
    );
  });

  it('misses what the journal says was done, and what is there without it, even signed by us', async () => {
    const folder = await unpacked();
    const acknowledged = await contentOf(folder, 'tiep-nhan.json');
    const [{ recipient }] = acknowledged;
    const fewer = JSON.stringify(acknowledged.slice(1));
    expect(await signedAnew(folder, { 'tiep-nhan.json': fewer }, ourName)).toContain(
      `tiep-nhan.json: thiếu ${recipient}, nhật ký có ghi.`,
    );
    const whole = await unpacked();
    const journal: { entry: { verb: string; details: { recipient?: string } } }[] = await contentOf(
      whole,
      'nhat-ky.json',
    );
    const left = journal.filter(({ entry }) => entry.details.recipient !== recipient);
    expect(await signedAnew(whole, { 'nhat-ky.json': JSON.stringify(left) }, ourName)).toContain(
      `tiep-nhan.json: ${recipient} không có trong nhật ký.`,
    );
  });

  it('holds each receipt against its recipient and what is told of it', async () => {
    const folder = await unpacked();
    const [one, other] = (await contentOf(folder, 'tiep-nhan.json')).map(
      ({ recipient }: { recipient: string }) => recipient,
    );
    const receipt = (code: string) => `bien-nhan/${code}.json`;
    const swapped = await readFile(join(folder, receipt(other)), 'utf8');
    expect(await signedAnew(folder, { [receipt(one)]: swapped }, ourName)).toContain(
      `${receipt(one)}: là biên nhận của ${other}.`,
    );
    const again = await unpacked();
    const told = (await readFile(join(again, 'tiep-nhan.json'), 'utf8')).replace(
      PERSON.name,
      'Người khác',
    );
    expect(await signedAnew(again, { 'tiep-nhan.json': told }, ourName)).toMatch(
      /bien-nhan\/.*: ghi việc tiếp nhận khác với tiep-nhan\.json/,
    );
  });

  it('notices a file that was added or taken away', async () => {
    const folder = await unpacked();
    await writeFile(join(folder, 'bien-nhan', 'them.json'), '{}');
    expect(checked(folder, root()).stdout).toContain(
      'bien-nhan/them.json: không có trong danh mục',
    );
  });

  it('is for clerk and leader', async () => {
    const drafter = await office.as('chuyenvien');
    await drafter.get(`/api/dispatches/${id}/evidence`).expect(403);
  });
});
