import type { Browser, TestOffice } from './office.ts';

/** The seed dispatch of the sample, a draft when the office opens. */
export async function seedId(office: TestOffice): Promise<string> {
  const [row] = await office.database.query(
    'SELECT id FROM dispatches ORDER BY drafted_at LIMIT 1',
  );
  return row.id;
}

/** A draft as the API takes it, one sentence long; `overrides` replace parts of it. */
export async function aDraft(office: TestOffice, overrides: Record<string, unknown> = {}) {
  const [mandate] = await office.database.query('SELECT id FROM mandates');
  return {
    abstract: 'kiểm tra hệ thống truyền thanh',
    symbol: 'STTTT-BCVT',
    addressees: [{ text: 'Các sở, ban, ngành tỉnh' }],
    body: 'Đề nghị các cơ quan kiểm tra hệ thống truyền thanh./.',
    copies: [{ text: 'Như trên' }, { text: 'Lãnh đạo Sở' }, { text: 'Lưu: VT, BCVT' }],
    mandateId: mandate.id,
    ...overrides,
  };
}

const desks = new WeakMap<TestOffice, Promise<[Browser, Browser]>>();

/** Takes a draft to the clerk's desk: submitted and signed. */
export async function signed(office: TestOffice, id: string): Promise<void> {
  const open = () => Promise.all([office.as('chuyenvien'), office.as('phogiamdoc')]);
  if (!desks.has(office)) desks.set(office, open());
  const [drafter, signer] = await desks.get(office)!;
  await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
  await signer.post(`/api/dispatches/${id}/signature`).expect(201);
}

export async function draftedBy(browser: Browser, draft: object): Promise<string> {
  const { body } = await browser.post('/api/dispatches').send(draft).expect(201);
  return body.id;
}
