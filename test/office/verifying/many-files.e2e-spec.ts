import { type VerifyingOffice, verifyingOffice, words } from './verifying-office.ts';

let office: VerifyingOffice;
let issued: VerifyingOffice['issued'];
let upload: VerifyingOffice['upload'];

beforeAll(async () => {
  office = await verifyingOffice();
  ({ issued, upload } = office);
}, 60_000);
afterAll(() => office?.close());

describe('many files at once', () => {
  it('may check twelve files a minute; the next is put off, and others are not held up', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 12; i++) {
      statuses.add((await upload('no PDF', '/verify', 'a.pdf', '198.51.100.7')).status);
    }
    expect([...statuses]).toEqual([415]);
    const refused = await upload(issued.pdf, '/verify', 'a.pdf', '198.51.100.7').expect(429);
    expect(words(refused.text)).toContain('Chờ một phút rồi gửi tiếp');
    expect(refused.headers['retry-after']).toBeDefined();
    await upload(issued.pdf).expect(200);
  });

  it('does not keep the office waiting: pages are served while files are verified', async () => {
    const heavy = Array.from({ length: 12 }, () => upload(issued.pdf));
    const settled = Promise.all(heavy);
    await office.anyone.get('/signin').expect(200);
    for (const { status } of await settled) expect(status).toBe(200);
  });

  it('is told to wait when too many files lie before theirs', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => upload(issued.pdf)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 503]));
    const busy = answers.find(({ status }) => status === 503)!;
    expect(words(busy.text)).toContain('Chờ một phút rồi gửi lại tệp');
  });
});
