import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { dayFromNow } from '../../support/people.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';

const TITLES = [
  'Số, ký hiệu văn bản',
  'Ngày tháng văn bản',
  'Tên loại và trích yếu nội dung văn bản',
  'Người ký',
  'Nơi nhận văn bản',
  'Đơn vị, người nhận bản lưu',
  'Số lượng bản',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
];
const MANY = 420;
/** Filled by SQL: a year in which 12 to 14 were voided for one reason and nobody knows of 200. */
const A_YEAR = `
  WITH numbers AS (
    SELECT number, gen_random_uuid() AS id, date '2024-01-02' + number * 360 / ${MANY} AS dated
    FROM generate_series(1, ${MANY}) AS number WHERE number <> 200
  ), dispatch AS (
    INSERT INTO dispatches (id, office_id, state, type, symbol, abstract, body, urgency, mandate_id,
                            drafted_by, revision, number, year, issued_on)
    SELECT numbers.id, seed.office_id, 'issued', 'thong-bao', 'TB-STTTT',
           'về việc thứ ' || numbers.number, seed.body, 'normal', seed.mandate_id,
           seed.drafted_by, 1, numbers.number, 2024, dated
    FROM numbers, dispatches seed WHERE seed.id = $1
  ), line AS (
    INSERT INTO recipient_lines (dispatch_id, section, position, text, target)
    SELECT id, 'copy', 1, 'Lưu: VT, CNTT-VT', 'archive' FROM numbers
  ), issuance AS (
    INSERT INTO issuances (dispatch_id, issued_by, issued_at, recipient_count)
    SELECT numbers.id, drafted_by, dated + time '09:00', 3 FROM numbers, dispatches seed
    WHERE seed.id = $1
  ), entry AS (
    INSERT INTO register_entries (office_id, year, number, dispatch_id, dated, taken_by, taken_at,
                                  voided_by, voided_at, void_reason)
    SELECT seed.office_id, 2024, numbers.number, numbers.id, dated, seed.drafted_by, dated,
           CASE WHEN is_void THEN seed.drafted_by END, CASE WHEN is_void THEN now() END,
           CASE WHEN is_void THEN 'Trùng nội dung.' END
    FROM (SELECT *, number BETWEEN 12 AND 14 AS is_void FROM numbers) numbers, dispatches seed
    WHERE seed.id = $1
  )
  INSERT INTO registers (office_id, year, last_number)
  SELECT office_id, 2024, ${MANY} FROM dispatches WHERE id = $1`;

describe('the register of what was sent', () => {
  let office: TestOffice;
  let drafter: Browser;
  let signer: Browser;
  let clerk: Browser;
  let folder: string;
  const year = dayFromNow(0).slice(0, 4);

  beforeAll(async () => {
    const env = { NUMBERING: 'before-signature' as const };
    office = await testOffice({ directory: scaledDirectory(80), env });
    [drafter, signer, clerk] = [
      await office.as('chuyenvien'),
      await office.as('phogiamdoc'),
      await office.as('vanthu'),
    ];
    folder = await mkdtemp(join(await scratchFolder(), 'register-'));
  });
  afterAll(() => office?.close());

  const numbered = async (abstract: string, again?: string) => {
    const id = again ?? (await draftedBy(drafter, await aDraft(office, { abstract })));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    await clerk.post(`/api/dispatches/${id}/number`).expect(201);
    return id;
  };
  const register = async (query = '') =>
    (await clerk.get(`/api/register${query}`).expect(200)).body;
  const file = async (path: string) => {
    const { body } = await clerk.get(`/api/${path}`).responseType('blob').expect(200);
    const kept = join(folder, path.replace(/\W+/g, '.'));
    await writeFile(kept, body);
    return kept;
  };

  it('has every number in order: issued, void with the reason of the return, not issued yet', async () => {
    const id = await numbered('kiểm kê máy phát');
    const reason = 'Sai tên địa phương.';
    await signer.post(`/api/dispatches/${id}/return`).send({ reason }).expect(200);
    await numbered('kiểm kê máy phát', id);
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await numbered('trực ban đêm giao thừa');
    const found = await register();
    expect(found).toMatchObject({
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      total: 3,
      voided: 1,
    });
    expect(found.items).toMatchObject([
      {
        number: 1,
        fate: 'void',
        copies: null,
        sentTo: '',
        signer: '',
        note: `Bỏ số. Trả lại: ${reason}`,
      },
      {
        number: 2,
        fate: 'issued',
        reference: '02/STTTT-BCVT',
        dated: dayFromNow(0),
        subject: 'Công văn V/v kiểm kê máy phát',
        signer: 'Vũ Xuân Thành',
        sentTo: 'Các sở, ban, ngành tỉnh; Lãnh đạo Sở',
        keptBy: 'VT, BCVT',
        copies: expect.any(Number),
        sentOn: dayFromNow(0),
        note: '',
      },
      { number: 3, fate: 'open', note: 'Chưa phát hành', sentOn: null },
    ]);
    expect(found.gaps).toMatchObject([
      { first: 1, last: 1, fate: 'void' },
      { first: 3, last: 3, fate: 'open' },
    ]);
  });

  it('names a number that nobody accounts for, on the page as well', async () => {
    await office.database.query('UPDATE registers SET last_number = last_number + 2');
    await numbered('sau chỗ hổng');
    const { gaps } = await register();
    expect(gaps).toMatchObject([{ first: 1 }, { first: 3 }, { first: 4, last: 5 }, { first: 6 }]);
    expect(gaps[2].fate).toBe('missing');
    const { text } = await clerk.get('/register').expect(200);
    expect(text).toContain(`Số 4 đến 5 năm ${year}: không có trong sổ và không rõ vì sao.`);
    expect(text).toContain(`Số 1 năm ${year}: bỏ số. Trả lại: Sai tên địa phương.`);
  });

  it('is of a period, whichever way round its days are typed; a day without numbers is empty', async () => {
    const today = dayFromNow(0);
    const tomorrow = dayFromNow(1);
    expect((await register(`?from=${tomorrow}&to=${today}`)).total).toBe(4);
    expect(await register(`?from=${tomorrow}&to=${tomorrow}`)).toMatchObject({
      total: 0,
      items: [],
      gaps: [],
    });
    await office.anyone.get('/api/register').expect(401);
  });

  describe('of a year with hundreds of numbers', () => {
    beforeAll(async () => {
      const [{ id }] = await office.database.query(
        'SELECT id FROM dispatches ORDER BY drafted_at LIMIT 1',
      );
      await office.database.query(A_YEAR, [id]);
    });
    const period = 'from=2024-01-01&to=2024-12-31';

    it('tells numbers of one reason together, and counts within the period only', async () => {
      expect((await register(`?${period}`)).gaps).toMatchObject([
        { first: 12, last: 14, fate: 'void', reason: 'Bỏ số. Trùng nội dung.' },
        { first: 200, last: 200, fate: 'missing' },
      ]);
      const march = await register('?from=2024-03-01&to=2024-03-31');
      expect(march.gaps).toEqual([]);
      expect(march.items[0].number).toBeGreaterThan(60);
    });

    it('is turned page by page', async () => {
      const { text } = await drafter.get(`/register?${period}&page=5`).expect(200);
      expect(text).toContain('Trang 5/5');
      expect(text).toContain('420/TB-STTTT');
      expect(text).not.toContain('399/TB-STTTT');
    });

    describeWith(['pdftotext', 'pdfinfo', 'qpdf'], 'as a book to be bound', () => {
      it('has a cover, the ten titles on every page, page numbers, all numbers in order; the journal knows it', async () => {
        const path = await file(`register.pdf?${period}`);
        run('qpdf', '--check', path);
        expect(run('sh', '-c', 'pdftotext "$0" - 2>&1 >/dev/null', path)).toBe('');
        expect(run('pdfinfo', path)).toMatch(/Page size: +841\.89 x 595\.28 pts \(A4\)/);
        const pages = run('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
        expect(pages.length).toBeGreaterThan(15);
        const [cover, ...rest] = pages;
        expect(cover).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
        expect(cover).toContain('Từ ngày 01/01/2024 đến ngày 31/12/2024');
        expect(cover).toContain('Từ số 1 đến số 420');
        expect(cover).not.toContain('Trang');
        rest.forEach((text, index) => {
          expect(text).toContain(`Trang ${index + 1}/${rest.length}`);
          if (/TB-STTTT/.test(text)) {
            expect(text).toMatch(
              /\(1\) +\(2\) +\(3\) +\(4\) +\(5\) +\(6\) +\(7\) +\(8\) +\(9\) +\(10\)/,
            );
          }
        });
        const numbers = [...rest.join('').matchAll(/(\d+)\/TB-STTTT/g)].map(([, one]) =>
          Number(one),
        );
        const all = Array.from({ length: MANY }, (_, index) => index + 1);
        expect(numbers).toEqual(all.filter((number) => number !== 200));
        const words = run('pdftotext', path, '-').replace(/\s+/g, ' ');
        for (const word of TITLES.join(' ').split(' ')) expect(words).toContain(word);
        expect(words).toContain('Số 12 đến 14 năm 2024: bỏ số. Trùng nội dung.');
        expect(words).toContain('Số 200 năm 2024: không có trong sổ');
        expect(words).toContain('Sổ này ghi 419 số, trong đó 3 số bỏ.');
        const sha256 = run('sha256sum', path).slice(0, 64);
        const [{ details }] = await office.database.query(
          `SELECT details FROM journal_entries WHERE verb = 'register-exported'
           ORDER BY id DESC LIMIT 1`,
        );
        expect(details).toMatchObject({ format: 'pdf', from: '2024-01-01', numbers: 419, sha256 });
      });

      it('leaves 25 mm at the left to be bound, on A3 too', async () => {
        const path = await file(`register.pdf?${period}&sheet=A3`);
        expect(run('pdfinfo', path)).toMatch(/Page size: +1190\.55 x 841\.89 pts \(A3\)/);
        const boxes = run('pdftotext', '-bbox', path, '-');
        const edges = [...boxes.matchAll(/xMin="([\d.]+)"/g)].map(([, edge]) => Number(edge));
        expect(Math.min(...edges)).toBeCloseTo((25 * 72) / 25.4, 1);
      });
    });

    describeWith(['xlsx2csv'], 'as a spreadsheet', () => {
      it('has the same ten columns and lines', async () => {
        const path = await file(`register.xlsx?${period}`);
        const rows = parse(run('xlsx2csv', '-f', '%d/%m/%Y', path), {
          relax_column_count: true,
        }) as string[][];
        expect(rows[1]![0]).toBe('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
        expect(rows[3]).toEqual(TITLES);
        const lines = rows.slice(5, 5 + MANY - 1);
        expect(lines[0]).toEqual([
          '01/TB-STTTT',
          '02/01/2024',
          'Thông báo về việc thứ 1',
          '',
          '',
          'VT, CNTT-VT',
          '3',
          '02/01/2024',
          '0/3 nơi xác nhận điện tử',
        ]);
        expect(lines[11]!.at(-1)).toBe('Bỏ số. Trùng nội dung.');
        expect(lines.at(-1)![0]).toBe('420/TB-STTTT');
        expect(rows.at(-2)![0]).toBe('Số 12 đến 14 năm 2024: bỏ số. Trùng nội dung.');
      });
    });
  });
});
