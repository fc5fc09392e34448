import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { seedId, signed } from '../../support/seed.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };

describe('a recipient with a link', () => {
  let office: SendingOffice;
  let link: string;
  let id: string;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await office.mailbox.received(80);
    link = await linkOf(1);
  });
  afterAll(() => office?.close());

  const linkOf = async (mail: number) => {
    const { text } = await office.mailbox.read(mail);
    return /http:\/\/noi-nhan\.example(\/a\/[\w-]{43})\n/.exec(text!)![1]!;
  };
  const acknowledge = (at: string) =>
    office.anyone.post(`${at}/acknowledgement`).type('form').send(PERSON).expect(303);
  const acknowledged = async () =>
    (await office.database.query('SELECT count(*)::int AS n FROM acknowledgements'))[0].n;

  it('reads what it is and who sent it, without an account and without a script', async () => {
    const page = await office.anyone.get(link).expect(200);
    expect(page.text).toContain('Sở Thông tin và Truyền thông gửi');
    expect(page.text).toContain('V/v mạo danh cán bộ Sở Thông tin và Truyền thông');
    expect(page.text).toContain('01/STTTT-CNTT-VT');
    expect(page.text).toContain('Xác nhận đã tiếp nhận</button>');
    expect(page.text).not.toContain('<script');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['cache-control']).toBe('no-store');
  });

  it('takes the file', async () => {
    const { body, headers } = await office.anyone.get(`${link}/document.pdf`).expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('acknowledges by pressing the button, never by reading', async () => {
    await office.anyone.get(link);
    await office.anyone.head(link);
    await office.anyone.get(`${link}/acknowledgement`).expect(404);
    expect(await acknowledged()).toBe(0);
    await acknowledge(link);
    expect(await acknowledged()).toBe(1);
    const page = await office.anyone.get(link).expect(200);
    expect(page.text).toContain('Đã xác nhận tiếp nhận lúc');
    expect(page.text).not.toContain('Xác nhận đã tiếp nhận</button>');
  });

  it('may press twice, or twice at once; the first time counts', async () => {
    const other = await linkOf(2);
    await Promise.all([1, 2, 3].map(() => acknowledge(other)));
    const [first] = await office.database.query(
      'SELECT max(acknowledged_at) AS at FROM acknowledgements',
    );
    await acknowledge(other);
    const [again] = await office.database.query(
      'SELECT max(acknowledged_at) AS at FROM acknowledgements',
    );
    expect(again).toEqual(first);
    expect(await acknowledged()).toBe(2);
  });

  it('acknowledges exactly the bytes that were issued, by API too', async () => {
    const token = (await linkOf(3)).slice('/a/'.length);
    const { body } = await office.anyone
      .post(`/api/acknowledgements/${token}`)
      .send(PERSON)
      .expect(200);
    const [issuance] = await office.database.query('SELECT file_sha256 FROM issuances');
    expect(body).toMatchObject({ fileSha256: issuance.file_sha256 });
  });

  it('is not someone who guesses', async () => {
    const { text } = await office.anyone.get('/a/khong-co').expect(404);
    expect(text).toContain('Bấm lại nút trong thư đã nhận');
    expect(text).not.toContain('Về trang đầu');
    await office.anyone.post('/a/khong-co/acknowledgement').expect(404);
    const [row] = await office.database.query('SELECT id, token_hash FROM recipients LIMIT 1');
    await office.anyone.get(`/a/${row.token_hash}`).expect(404);
    await office.anyone.get(`/a/${row.id}`).expect(404);
  });

  it('is counted on the progress page and on the board, whose sums agree', async () => {
    const leader = await office.as('lanhdao');
    const { body } = await leader.get(`/api/dispatches/${id}/progress`).expect(200);
    const { acknowledged: done, delivered, waiting, failed, unreachable, total } = body.total;
    expect({ done, total }).toEqual({ done: 3, total: 80 });
    expect(done + delivered + waiting + failed + unreachable).toBe(80);
    const { body: board } = await leader.get('/api/board').expect(200);
    expect(board[0].counts).toEqual(body.total);
    const page = await leader.get(`/dispatches/${id}/progress?state=acknowledged`).expect(200);
    expect(page.text).toContain('3 nơi nhận');
    expect(page.text).toMatch(/href="\?state=acknowledged[^"]*#recipients">Làm mới/);
    await leader.get('/board').expect(200);
  });

  it('is late once the time to acknowledge is over', async () => {
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = now() - interval '1 minute'`,
    );
    const leader = await office.as('lanhdao');
    const { body } = await leader.get(`/api/dispatches/${id}/recipients?late=true`).expect(200);
    expect(body.total).toBe(77);
    const page = await leader.get(`/dispatches/${id}/progress?late=true`).expect(200);
    expect(page.text).toContain('77 nơi nhận');
  });
});
