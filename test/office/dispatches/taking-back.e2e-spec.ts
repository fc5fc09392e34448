import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';

describe('taking back what one submitted', () => {
  let office: TestOffice;
  let drafter: Browser;
  let clerk: Browser;
  let signer: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    drafter = await office.as('chuyenvien');
    clerk = await office.as('vanthu');
    signer = await office.as('phogiamdoc');
  });
  afterAll(() => office?.close());

  const submitted = async (abstract: string) => {
    const id = await draftedBy(drafter, await aDraft(office, { abstract }));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    return id;
  };
  const takenBack = (browser: Browser, id: string) =>
    browser.post(`/api/dispatches/${id}/submission/end`);

  it('makes a draft of it again, which the signer no longer sees and which is submitted anew', async () => {
    const id = await submitted('rà soát biển báo ở bến phà');
    expect((await signer.get('/signing')).text).toContain('bến phà');
    const page = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('Rút lại để sửa');
    await drafter.post(`/dispatches/${id}/submission/end`).expect(303);
    expect((await signer.get('/signing')).text).not.toContain('bến phà');
    const { body } = await drafter.get(`/api/dispatches/${id}`).expect(200);
    expect(body.state).toBe('draft');
    const draft = await aDraft(office, { abstract: 'rà soát biển báo ở bến đò', revision: 1 });
    await drafter.put(`/api/dispatches/${id}`).send(draft).expect(200);
    await signed(office, id);
    const leader = await office.as('lanhdao');
    const journal = await leader.get(`/dispatches/${id}/journal`).expect(200);
    expect(journal.text).toContain('Rút lại để sửa');
  });

  it('is for who submitted it alone, and only until it is signed', async () => {
    const id = await submitted('việc của người khác');
    const shown = await clerk.get(`/dispatches/${id}`).expect(200);
    expect(shown.text).not.toContain('Rút lại để sửa');
    expect((await takenBack(clerk, id).expect(409)).body.type).toBe('not-the-submitter');
    await takenBack(signer, id).expect(403);
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
    expect((await drafter.get(`/dispatches/${id}`)).text).not.toContain('Rút lại để sửa');
    expect((await takenBack(drafter, id).expect(409)).body.type).toBe('not-submitted');
  });

  it('keeps what the journal knows of it', async () => {
    const id = await submitted('một việc nữa');
    await takenBack(drafter, id).expect(200);
    const [row] = await office.database.query(
      `SELECT returned_at IS NOT NULL AS ended, returned_by = submitted_by AS own
       FROM submissions WHERE dispatch_id = $1`,
      [id],
    );
    expect(row).toEqual({ ended: true, own: true });
  });
});

describe('taking back where numbers come first', () => {
  it('is no way to lose a number', async () => {
    const office = await testOffice({
      directory: scaledDirectory(80),
      env: { NUMBERING: 'before-signature' },
    });
    try {
      const drafter = await office.as('chuyenvien');
      const id = await draftedBy(drafter, await aDraft(office));
      await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
      await (await office.as('vanthu')).post(`/api/dispatches/${id}/number`).expect(201);
      const { body } = await drafter.post(`/api/dispatches/${id}/submission/end`).expect(409);
      expect(body.type).toBe('numbered-already');
      expect(body.title).toContain('Nhờ văn thư hoặc người ký trả lại');
    } finally {
      await office.close();
    }
  });
});
