import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aDraft, draftedBy } from '../../../support/seed.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';

describe('a template', () => {
  let office: TestOffice;
  let drafter: Browser;
  let clerk: Browser;
  let from: string;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    [drafter, clerk] = await Promise.all([office.as('chuyenvien'), office.as('vanthu')]);
    const addressees = [
      { text: 'Các sở, ban, ngành tỉnh', purpose: 'act', replyBy: '2030-01-01T08:00' },
    ];
    from = await draftedBy(drafter, await aDraft(office, { addressees }));
  });
  afterAll(() => office?.close());

  const listed = async (browser: Browser): Promise<{ id: string; name: string }[]> =>
    (await browser.get('/api/templates').expect(200)).body;

  it('is kept from a dispatch, and a new draft begins from it without number or deadline', async () => {
    const kept = { from, name: 'Kiểm tra đài' };
    await drafter.post('/templates').type('form').send(kept).expect(303);
    const { text } = await clerk.get('/templates').expect(200);
    expect(text).toContain('Kiểm tra đài');
    const [, id] = /new\?template=([\w-]+)/.exec(text)!;
    const form = (await clerk.get(`/dispatches/new?template=${id}`).expect(200)).text;
    expect(form).toContain('value="Các sở, ban, ngành tỉnh"');
    expect(form).toContain('Đề nghị các cơ quan kiểm tra hệ thống truyền thanh./.');
    expect(form).toContain('action="/dispatches"');
    expect(form).not.toContain('2030');
  });

  it('has a name of its own in its office', async () => {
    const again = { from, name: 'Kiểm tra đài' };
    const { text } = await clerk.post('/templates').type('form').send(again).expect(422);
    expect(text).toContain('Đã có mẫu tên “Kiểm tra đài”');
    const { body } = await clerk.post('/api/templates').send({ from, name: ' ' }).expect(422);
    expect(body.errors[0].path).toBe('name');
  });

  it('is renamed and removed; what began from it stays', async () => {
    const { id } = (await listed(drafter))[0]!;
    await drafter.post(`/templates/${id}`).type('form').send({ name: 'Đài xã' }).expect(303);
    expect((await listed(clerk)).map(({ name }) => name)).toEqual(['Đài xã']);
    await clerk.post(`/templates/${id}/removal`).expect(303);
    expect(await listed(drafter)).toEqual([]);
    await drafter.get(`/api/dispatches/${from}`).expect(200);
    const verbs = await office.database.query(
      'SELECT verb FROM journal_entries WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(verbs.map(({ verb }: { verb: string }) => verb)).toEqual([
      'template-kept',
      'template-renamed',
      'template-removed',
    ]);
  });
});
