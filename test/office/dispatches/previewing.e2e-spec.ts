import { copyFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft } from '../../support/seed.ts';

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

describeWith(['pdffonts'], "an office's own fonts", () => {
  const FACES = {
    'times.ttf': '400Regular_Italic/Tinos_400Regular_Italic.ttf',
    'timesbd.ttf': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
    'timesi.ttf': '400Regular_Italic/Tinos_400Regular_Italic.ttf',
    'timesbi.ttf': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
  };

  it('are on its pages', async () => {
    const folder = await scratchFolder();
    const { resolve } = createRequire(import.meta.url);
    for (const [name, path] of Object.entries(FACES)) {
      await copyFile(resolve(`@expo-google-fonts/tinos/${path}`), join(folder, name));
    }
    const office = await testOffice({ env: { FONT_DIR: folder } });
    try {
      const drafter = await office.as('chuyenvien');
      const draft = await aDraft(office);
      const { body } = await drafter.post('/api/documents/preview').send(draft).expect(200);
      const page = join(folder, 'page.pdf');
      await writeFile(page, body);
      const fonts = run('pdffonts', page);
      expect(fonts).toContain('Tinos-Italic');
      expect(fonts).not.toContain('Tinos-Regular');
    } finally {
      await office.close();
    }
  });

  it('keep the system from starting when one is missing', async () => {
    const start = testOffice({ env: { FONT_DIR: await scratchFolder() } });
    await expect(start).rejects.toThrow(/times.*\.ttf/);
  });
});
