import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { formBody } from '../../support/form.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';

describe('a dispatch that takes the place of another', () => {
  let office: TestOffice;
  let drafter: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80), env: { CHECK_CODE: 'on' } });
    drafter = await office.as('chuyenvien');
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const issue = async (id: string): Promise<{ id: string; reference: string }> => {
    await signed(office, id);
    const { body } = await clerk
      .post(`/api/dispatches/${id}/issuance`)
      .send({ withoutAddress: true })
      .expect(201);
    return { id, reference: `${String(body.number).padStart(2, '0')}/${body.symbol}` };
  };
  const anIssued = async () => issue(await draftedBy(drafter, await aDraft(office)));
  const linkOf = async (id: string): Promise<string> => {
    const [row] = await office.database.query(
      'SELECT id FROM recipients WHERE dispatch_id = $1 LIMIT 1',
      [id],
    );
    return `/a/${linkToken(office.config.keys, row.id)}`;
  };
  /** What the form of a new draft would send as it opens. */
  const opened = async (path: string): Promise<Record<string, string>> => {
    const { text } = await drafter.get(path).expect(200);
    const value = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    const area = (name: string) =>
      new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)<`).exec(text)?.[1] ?? '';
    return {
      formerId: value('formerId'),
      relation: value('relation'),
      abstract: area('abstract'),
      body: area('body'),
    };
  };

  it('is drafted from it by a form, and tells nobody before it is issued', async () => {
    const former = await anIssued();
    const shown = await drafter.get(`/dispatches/${former.id}`).expect(200);
    const path = `/dispatches/new?from=${former.id}&relation=replaces`;
    expect(shown.text).toContain(`href="${path.replace('&', '&amp;')}"`);
    const values = await opened(path);
    expect(values).toMatchObject({ formerId: former.id, relation: 'replaces' });
    expect(values['body']).toContain('Đề nghị các cơ quan kiểm tra');
    const draft = await aDraft(office, { ...values, abstract: 'bản thay thế' });
    const { headers } = await drafter
      .post('/dispatches')
      .type('form')
      .send(formBody(draft))
      .expect(303);
    const id = headers['location']!.split('/').at(-1)!;
    const link = await linkOf(former.id);
    expect((await office.anyone.get(link).expect(200)).text).not.toContain('thay thế');
    await drafter
      .put(`/api/dispatches/${id}`)
      .send(await aDraft(office, { abstract: 'bản thay thế, sửa' }))
      .expect(200);
    const next = await issue(id);
    expect((await office.anyone.get(link).expect(200)).text).toContain(
      `đã được thay thế bởi văn bản số ${next.reference} ngày`,
    );
    const { body: register } = await clerk.get('/api/register').expect(200);
    const noted = Object.fromEntries(
      register.items.map((item: Record<string, string>) => [item['dispatchId'], item['note']]),
    );
    expect(noted[former.id]).toMatch(`Được thay thế bởi văn bản số ${next.reference} ngày `);
    expect(noted[next.id]).toMatch(`Thay thế văn bản số ${former.reference} ngày `);
    for (const path of [`/dispatches/${former.id}`, `/dispatches/${former.id}/progress`]) {
      const told = (await clerk.get(path).expect(200)).text;
      expect(told).toContain(`Đã được thay thế bởi <a href="/dispatches/${id}">`);
    }
    expect((await clerk.get(`/dispatches/${id}`)).text).toContain('Thay thế văn bản');
    const { text } = await clerk.get(`/dispatches/${former.id}/journal`).expect(200);
    expect(text).toContain('Được thay thế');
  });

  it('corrects it in a few words of its own', async () => {
    const former = await anIssued();
    const values = await opened(`/dispatches/new?from=${former.id}&relation=corrects`);
    expect(values).toMatchObject({ relation: 'corrects', body: '' });
    expect(values['abstract']).toContain(`đính chính văn bản số ${former.reference} ngày`);
    const correction = await aDraft(office, { ...values, body: 'Đã in “12”, nay đọc là “13”./.' });
    const next = await issue(await draftedBy(drafter, correction));
    const link = await linkOf(former.id);
    const { text } = await office.anyone.get(link).expect(200);
    expect(text).toContain(`đã được đính chính bởi văn bản số ${next.reference} ngày`);
    expect(text).toContain('Xác nhận đã tiếp nhận');
  });

  it('is told to whoever scans the code of the earlier one', async () => {
    const former = await anIssued();
    const follows = { formerId: former.id, relation: 'replaces' };
    const next = await issue(await draftedBy(drafter, await aDraft(office, follows)));
    const pdf = await clerk.get(`/dispatches/${former.id}/document.pdf`).responseType('blob');
    const answer = await office.anyone
      .post('/verify')
      .attach('file', pdf.body, 'van-ban.pdf')
      .expect(200);
    expect(answer.text).toContain(`đã được thay thế bởi văn bản số ${next.reference} ngày`);
    await clerk
      .post(`/api/dispatches/${former.id}/recall`)
      .send({ reason: 'Có sai sót', basis: 'Ý kiến của Phó Giám đốc' })
      .expect((response) => expect(response.status).toBeLessThan(300));
    const again = await office.anyone.post('/verify').attach('file', pdf.body, 'van-ban.pdf');
    expect(again.text).toContain('Văn bản đã thu hồi');
  });

  it('takes no draft’s place, nor one of nobody', async () => {
    const draft = await draftedBy(drafter, await aDraft(office));
    const follow = async (formerId: string) =>
      drafter
        .post('/api/dispatches')
        .send(await aDraft(office, { formerId, relation: 'replaces' }));
    expect((await follow(draft)).status).toBe(409);
    expect((await follow('00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });
});
