import { Mailbox } from '../../../src/dev/mailbox/mailbox.ts';
import { reachedBy, sampleDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { sampleIn } from '../../../src/dev/sample/sample-in.ts';
import { SAMPLES } from '../../../src/dev/sample/samples.ts';
import { checkPdf } from '../../../src/engines/page/page-rules/check-pdf.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { WORK } from '../../../src/worker.module.ts';
import type { Browser } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { seedId, signed } from '../../support/seed.ts';
import { documentOf, signingOffice, type SigningOffice } from '../../support/signing-office.ts';

interface Progress {
  total: Record<string, number>;
  kinds: { kind: string; name: string; counts: Record<string, number> }[];
  areas: { name: string; total: number; acknowledged: number }[];
}

describe.each(SAMPLES)('the draft of $key', (sample) => {
  const directory = sampleDirectory(sample);
  const reached = reachedBy(sample, directory);
  let office: SigningOffice;
  let mailbox: Mailbox;
  let clerk: Browser;
  let id: string;

  beforeAll(async () => {
    mailbox = await Mailbox.start({ dir: await scratchFolder(), port: 0 });
    const env = { SMTP_URL: mailbox.url };
    office = await signingOffice({ sample, directory, modules: WORK, env });
    clerk = await office.as('vanthu');
    id = await seedId(office);
  }, 120_000);
  afterAll(async () => {
    await office?.close();
    await mailbox?.stop();
  });

  const progress = async (): Promise<Progress> =>
    (await clerk.get(`/api/dispatches/${id}/progress`).expect(200)).body;

  it('is found in its database, which takes no other', async () => {
    const url = office.config.databaseUrl;
    expect(await sampleIn(url)).toBe(sample);
    const other = SAMPLES.find((each) => each !== sample)!;
    await expect(sampleIn(url, other)).rejects.toThrow(`đã có mẫu ${sample.title}`);
  });

  it('has nothing that keeps it from being submitted', async () => {
    const drafter = await office.as('chuyenvien');
    const { body: found } = await drafter.get(`/api/dispatches/${id}/layout`).expect(200);
    const errors = (found as { severity: string }[]).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    const { body } = await clerk.get(`/api/dispatches/${id}/preflight`).expect(200);
    expect(body.recipients).toBe(reached);
  });

  it('is signed, sealed and genuine, under the names of its office', async () => {
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const trusted = { trustedRoots: [office.authority.root] };
    const { isGenuine, signatures } = verifyDispatch(await documentOf(office, id), trusted);
    expect(isGenuine).toBe(true);
    const signer = sample.file.people.find(({ roles }) => roles.includes('signer'))!;
    expect(signatures.map((each) => each.signer?.commonName)).toEqual([
      `${signer.fullName} (thử nghiệm)`,
      `${sample.file.office.name} (thử nghiệm)`,
    ]);
  });

  it('is a page of Decree 30, its letterhead that of the office', async () => {
    const check = await checkPdf(await documentOf(office, id));
    expect(check.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { name, parentBody, place } = sample.file.office;
    expect(check.read).toEqual(
      expect.arrayContaining([
        { label: 'Cơ quan chủ quản', value: parentBody.toUpperCase(), page: 1 },
        { label: 'Cơ quan ban hành', value: name.toUpperCase(), page: 1 },
        { label: 'Địa danh', value: place, page: 1 },
      ]),
    );
  });

  it('reaches every recipient once, communes and their stations among them', async () => {
    await mailbox.received(reached);
    const { kinds, total } = await progress();
    expect(total.total).toBe(reached);
    const communes = sample.places().length;
    const of = (kind: string) => kinds.find((each) => each.kind === kind)?.counts.total;
    expect([of('commune'), of('station')]).toEqual([communes, communes]);
  });

  it('is acknowledged by a station through its link', async () => {
    const { text } = await mailToStation();
    const link = /http:\/\/noi-nhan\.example(\/a\/[\w-]{43})\n/.exec(text!)![1]!;
    const person = { name: 'Người nhận thử nghiệm', post: 'Văn thư' };
    await office.anyone.post(`${link}/acknowledgement`).type('form').send(person).expect(303);
    const { kinds, total, areas } = await progress();
    expect(total.acknowledged).toBe(1);
    expect(kinds.find(({ kind }) => kind === 'station')!.counts.acknowledged).toBe(1);
    expect(areas.reduce((sum, area) => sum + area.acknowledged, 0)).toBe(areas.length > 0 ? 1 : 0);
  });

  /** The first mail that went to a station. */
  async function mailToStation() {
    for (let mail = 1; mail <= reached; mail += 1) {
      const read = await mailbox.read(mail);
      if (JSON.stringify(read.to).includes('dtt-')) return read;
    }
    throw new Error('No mail to a station.');
  }
});
