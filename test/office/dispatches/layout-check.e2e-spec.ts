import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { formBody } from '../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, seedId } from '../../support/seed.ts';

interface Finding {
  severity: string;
  place: string;
  message: string;
}

describe('the layout check at the drafter’s desk', () => {
  let office: TestOffice;
  let drafter: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  it('finds no error in the seed, and says what it mended', async () => {
    const { body } = await drafter
      .get(`/api/dispatches/${await seedId(office)}/layout`)
      .expect(200);
    const found = body as Finding[];
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found).toContainEqual(
      expect.objectContaining({ severity: 'repaired', place: 'Nơi nhận, dòng 6' }),
    );
  });

  it('judges a draft before it is stored', async () => {
    const draft = await aDraft(office, { symbol: 'SNV-BCVT' });
    const { body } = await drafter.post('/api/documents/layout').send(draft).expect(200);
    const errors = (body as Finding[]).filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toContain('SNV');
  });

  it('speaks beside the form while it is being filled in', async () => {
    const post = (values: object) =>
      drafter.post('/documents/layout').type('form').send(formBody(values)).expect(200);
    expect((await post({ abstract: 'chưa xong' })).text).toContain('Điền đủ các mục');
    const draft = await aDraft(office, { body: 'Kính đề nghị […] thực hiện./.' });
    expect((await post(draft)).text).toContain('Có thể còn chỗ chưa ghi: &quot;[…]&quot;');
  });

  it('judges a long draft like a short one', async () => {
    const paragraph = 'Các cơ quan, đơn vị thực hiện nghiêm túc. ';
    const body = `${paragraph.repeat(1_000)}\n\nBáo cáo trước ngày 31 tháng 4 năm 2026./.`;
    const draft = await aDraft(office, { body });
    const found = await drafter.post('/api/documents/layout').send(draft).expect(200);
    expect(found.body).toContainEqual(
      expect.objectContaining({
        place: 'Nội dung, đoạn 2',
        message: expect.stringContaining('31'),
      }),
    );
  });

  it('keeps a draft with an error from being submitted, and says what to do', async () => {
    const id = await draftedBy(drafter, await aDraft(office, { symbol: 'SNV-BCVT' }));
    const refused = await drafter.post(`/api/dispatches/${id}/submission`).expect(409);
    expect(refused.body).toMatchObject({ type: 'layout-check-failed' });
    expect(refused.body.title).toContain('SNV');
    const page = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('Kiểm tra thể thức');
    await drafter
      .put(`/api/dispatches/${id}`)
      .send(await aDraft(office))
      .expect(200);
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
  });

  it('keeps what cannot be printed from being submitted', async () => {
    const id = await draftedBy(drafter, await aDraft(office, { body: 'Chúc mừng 😀./.' }));
    const refused = await drafter.post(`/api/dispatches/${id}/submission`).expect(409);
    expect(refused.body.title).toContain('😀');
  });
});
