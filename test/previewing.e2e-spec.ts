import { scaledDirectory } from '../src/embedded/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from './support/office.ts';
import { aDraft } from './support/seed.ts';

describe('the preview', () => {
  let office: TestOffice;
  let drafter: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  const preview = (draft: object) => drafter.post('/api/documents/preview').send(draft);

  it('answers other people while a long document is being rendered', async () => {
    const paragraph = 'Đề nghị các cơ quan kiểm tra hệ thống truyền thanh cơ sở. '.repeat(12);
    const body = Array.from({ length: 250 }, () => paragraph).join('\n\n');
    await preview(await aDraft(office)).expect(200); // the thread has started
    const order: string[] = [];
    const long = preview(await aDraft(office, { body })).then(() => order.push('long'));
    const others = Array.from({ length: 5 }, () =>
      drafter.get('/api/session').then(() => order.push('other')),
    );
    await Promise.all([long, ...others]);
    expect(order.at(-1)).toBe('long');
  });

  it('says what cannot be printed, and where it stands', async () => {
    const { body } = await preview(await aDraft(office, { body: 'Chúc mừng 😀 năm mới.' })).expect(
      409,
    );
    expect(body.title).toContain('😀');
    await preview(await aDraft(office)).expect(200);
  });
});
