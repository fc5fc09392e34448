import { describeWith } from '../../../engines/page/outside-tool.ts';
import { scales } from '../../../support/browser.ts';
import { seedId } from '../../../support/seed.ts';
import { paste } from './word/clipboard.ts';
import { bodyEditor, composingDesk, type ComposingDesk } from './desk.ts';

/** Transferred in all: the page, its styles and scripts, the editor, the first check of the layout. */
const MOST_BYTES = 100_000;
const MOST_BYTES_OF_READER = 15_000;

describeWith(['chromium'], 'a drafter on a slow line', () => {
  let desk: ComposingDesk;
  beforeAll(async () => (desk = await composingDesk()));
  afterAll(() => desk?.close());

  it('has the seed of the sample open in the editor for less than 100 kB', async () => {
    const signedIn = await desk.open('chuyenvien');
    const page = await signedIn.context().newPage();
    // A route takes the browser's cache away; the document beside the form is not the page.
    await page.route(/\.pdf|\/preview/, (route) => route.abort());
    const weigh = scales(page);
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    const answered = ['/documents/layout', '/documents/recipients'].map((path) =>
      page.waitForResponse((response) => response.url().endsWith(path)),
    );
    await page.goto(`${desk.office.address}/dispatches/${await seedId(desk.office)}/edit`);
    await bodyEditor(page);
    for (const response of await Promise.all(answered)) await response.finished();
    const bytes = await weigh();
    expect(bytes).toBeGreaterThan(80_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    // What reads the text of other programs is fetched by those who paste it, and small even then.
    expect(scripts.filter((url) => url.includes('paste-reader'))).toEqual([]);
    await page.click('#body-editor');
    const came = page.waitForResponse(/paste-reader/);
    await paste(page, '<b>Sở</b>');
    await (await came).finished();
    expect((await weigh()) - bytes).toBeLessThan(MOST_BYTES_OF_READER);
  });
});
