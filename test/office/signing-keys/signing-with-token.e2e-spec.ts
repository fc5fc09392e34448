import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE } from '../../../src/dev/sample/thai-binh/office.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import {
  missingForTokens,
  softToken,
  TOKEN_MODULE,
  TOKEN_PIN,
} from '../../engines/signatures/soft-token.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { until } from '../../support/until.ts';

describeWhere(missingForTokens(), 'signing many with a token', () => {
  let authority: TestAuthority;
  let office: TestOffice;
  let drafter: Browser;
  let signer: Browser;

  beforeAll(async () => {
    const folder = await scratchFolder();
    authority = await TestAuthority.open(join(folder, 'authority'));
    const organisation = SAMPLE_OFFICE.office.name;
    const person = { purpose: 'person' as const, name: 'Vũ Xuân Thành', organisation };
    const { passwordFile } = authority;
    const { certificate } = await authority.holder(person);
    const file = await authority.keyFile(person);
    softToken(join(folder, 'token'), { file, passwordFile, certificate });
    const key = {
      ...{ kind: 'pkcs11', module: TOKEN_MODULE, label: 'van-thu', id: 'a1' },
      ...{ pinVariable: 'TEST_DESK_PIN', chain: ['authority/root.pem'] },
    };
    const SIGNING_CONFIG = join(folder, 'signing.json');
    const settings = { roots: ['authority/root.pem'], people: { phogiamdoc: { key } } };
    await writeFile(SIGNING_CONFIG, JSON.stringify(settings));
    office = await testOffice({ directory: scaledDirectory(80), env: { SIGNING_CONFIG } });
    drafter = await office.as('chuyenvien');
    signer = await office.as('phogiamdoc');
  });
  afterAll(() => office?.close());

  it('a wrong PIN is tried once, not once for each dispatch; with the right one all are signed', async () => {
    for (let one = 0; one < 3; one += 1) {
      const id = await draftedBy(drafter, await aDraft(office));
      await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    }
    const { body: desk } = await signer.get('/api/signing-desk').expect(200);
    const items = desk.map((one: { dispatch: { id: string }; contentSha256: string }) => ({
      dispatchId: one.dispatch.id,
      contentSha256: one.contentSha256,
    }));
    const id = crypto.randomUUID();
    const rested = () =>
      until('the batch to rest', async () => {
        const { body } = await signer.get(`/api/signing-batches/${id}`).expect(200);
        return body.state === 'running' ? undefined : body;
      });
    process.env['TEST_DESK_PIN'] = '9999';
    await signer.post('/api/signing-batches').send({ id, items }).expect(201);
    const stopped = await rested();
    expect(stopped.stoppedBecause).toContain('kiểm tra mã PIN');
    const states = ({ items: all }: { items: { state: string }[] }) => all.map((one) => one.state);
    expect(states(stopped)).toEqual(['waiting', 'waiting', 'waiting']);
    process.env['TEST_DESK_PIN'] = TOKEN_PIN;
    await signer.post(`/api/signing-batches/${id}/resumption`).expect(200);
    expect(states(await rested())).toEqual(['signed', 'signed', 'signed']);
    const clerk = await office.as('vanthu');
    const { body } = await clerk.get(`/api/dispatches/${items[0].dispatchId}/document`).expect(200);
    const report = verifyDispatch(body as Buffer, { trustedRoots: [authority.root] });
    expect(report.signatures[0]).toMatchObject({ integrity: 'intact', trust: 'passed' });
  });
});
