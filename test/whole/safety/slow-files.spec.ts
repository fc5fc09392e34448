import { AgencyFiles } from '../../../src/office/directory/importing/agency-files.ts';
import { ImportThread } from '../../../src/office/dispatches/drafting/importing/import-thread.ts';
import { UploadRefused } from '../../../src/office/verifying/upload.ts';
import { VerificationThread } from '../../../src/office/verifying/verification-thread.ts';
import { InvalidInput } from '../../../src/platform/web/invalid-input.ts';
import { writePdf } from '../../engines/signatures/written-pdf.ts';
import { docx, letter, p, r } from '../../office/dispatches/composing/word/make-docx.ts';

const BOUNDS = { longestMs: 60_000, mostWaiting: 8, memoryMb: 256 };
const SLOW = { ...BOUNDS, longestMs: 1 };
const SMALL = { ...BOUNDS, memoryMb: 24 };

const draft = async (paragraphs: number) =>
  docx({ body: letter(p(r('Sở đề nghị các đơn vị rà soát biển báo.')).repeat(paragraphs)) });
const list = (agencies: number) =>
  Buffer.from(`name,kind\n${'Ủy ban nhân dân xã An Bình,commune\n'.repeat(agencies)}`);
const NO_TRUST = { trustedRoots: [], revocationLists: [] };
const CATALOG = ['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [] /Count 0>>'];
/** Whole, so that every object of it is read: a hundred times the time it is given. */
const pdf = writePdf([...CATALOG, ...Array<string>(50_000).fill('[(x)]')], 'table');

/** What whoever sent the file is told. */
async function told(read: Promise<unknown>): Promise<string> {
  const error: unknown = await read.catch((thrown: unknown) => thrown);
  if (error instanceof InvalidInput) return error.errors[0]!.message;
  return error instanceof UploadRefused ? error.message : `no refusal: ${String(error)}`;
}

describe('a file that is only long', () => {
  const threads: { onApplicationShutdown(): Promise<void> }[] = [];
  const within = <Thread extends { onApplicationShutdown(): Promise<void> }>(thread: Thread) => {
    threads.push(thread);
    return thread;
  };
  afterAll(() => Promise.all(threads.map((thread) => thread.onApplicationShutdown())));

  it.each([
    ['a draft', async () => within(new ImportThread(SLOW)).read(await draft(4_000))],
    ['a list of agencies', () => within(new AgencyFiles(SLOW)).read(list(20_000))],
    ['a signed page', () => within(new VerificationThread(SLOW)).verify({ pdf, trust: NO_TRUST })],
  ])('%s that is not read in time is told so, and what to do', async (_, read) => {
    const words = await told(read());
    expect(words).toMatch(/chưa (?:đọc|kiểm tra) xong trong 0\.001 giây.*máy chủ đang bận/);
    expect(words).toMatch(/Gửi lại sau ít phút; nếu vẫn vậy, \p{L}+/u);
    expect(words).not.toContain('bất thường');
  });

  it.each([
    ['a draft', async () => within(new ImportThread(SMALL)).read(await draft(60_000))],
    ['a list of agencies', () => within(new AgencyFiles(SMALL)).read(list(200_000))],
  ])('%s that needs more memory than there is, is told to be divided', async (_, read) => {
    const words = await told(read());
    expect(words).toMatch(/nhiều nội dung hơn mức đọc được một lần.*(?:Tách|chia)/);
  });

  it('leaves the thread fit for the next', async () => {
    const thread = within(new ImportThread({ ...BOUNDS, longestMs: 20_000 }));
    expect((await thread.read(await draft(10))).pieces.length).toBeGreaterThan(10);
  });
});
