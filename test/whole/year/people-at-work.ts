import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../engines/page/outside-tool.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { until } from '../../support/until.ts';
import type { Asker, OfficeInTime } from './office-in-time.ts';
import { PASSWORD } from './office.ts';

/** A draft to all communes before the signatory of this mandate. */
export const draft = (mandateId: string, more: object = {}) => ({
  abstract: 'kiểm tra hệ thống truyền thanh',
  symbol: 'STTTT-BCVT',
  addressees: [{ text: 'Ủy ban nhân dân các xã' }],
  body: 'Đề nghị Ủy ban nhân dân các xã kiểm tra hệ thống truyền thanh./.',
  copies: [{ text: 'Như trên' }, { text: 'Lưu: VT, BCVT' }],
  mandateId,
  ...more,
});

/** What the people of the office do again and again in a year. */
export class PeopleAtWork {
  constructor(private readonly office: OfficeInTime) {}

  readonly as = (username: string): Promise<Asker> => this.office.as(username, PASSWORD);

  async draft(drafter: Asker, mandateId: string, more: object = {}): Promise<string> {
    const sent = drafter.post('/api/dispatches').send(draft(mandateId, more));
    return (await sent.expect(201)).body.id;
  }

  async submit(drafter: Asker, id: string): Promise<string> {
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    return id;
  }

  /** Puts the draft before the signatory again, with what has changed. */
  async revise(drafter: Asker, id: string, better: object): Promise<void> {
    const { body } = await drafter.get(`/api/dispatches/${id}`).expect(200);
    const { revision } = body;
    await drafter
      .put(`/api/dispatches/${id}`)
      .send({ ...better, revision })
      .expect(200);
  }

  async sign(username: string, id: string): Promise<void> {
    const signer = await this.as(username);
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
  }

  async mandateOf(username: string): Promise<string> {
    const { body } = await (await this.as('vanthu')).get('/api/mandates').expect(200);
    const given = body as { id: string; account: { username: string } }[];
    return given.find(({ account }) => account.username === username)!.id;
  }

  async issue(id: string, answer = 201) {
    const clerk = await this.as('vanthu');
    return clerk.post(`/api/dispatches/${id}/issuance`).send({}).expect(answer);
  }

  /** With all mails of it taken, so that the clock may move on. */
  async issued(id: string): Promise<string> {
    await this.issue(id);
    const clerk = await this.as('vanthu');
    await until('all mails of it taken', async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/recipients`).expect(200);
      return body.items.every(({ state }: { state: string }) => state === 'delivered');
    });
    return id;
  }

  /** The text of a PDF at this path. */
  async printed(by: Asker, path: string): Promise<string> {
    const { body } = await by.get(path).buffer(true).expect(200);
    const file = join(await scratchFolder(), 'page.pdf');
    await writeFile(file, body);
    return run('pdftotext', file, '-').replace(/\s+/g, ' ');
  }

  async textOf(id: string): Promise<string> {
    return this.printed(await this.as('lanhdao'), `/api/dispatches/${id}/document`);
  }

  async leaves(id: string, heirs: object = {}) {
    const administrator = await this.as('quantri');
    const path = `/api/people/${id}/leaving`;
    const { seal } = (await administrator.get(path).expect(200)).body;
    return administrator.post(path).send({ seal, reason: 'Chuyển công tác', ...heirs });
  }

  async invited(username: string, fullName: string, roles: string[]) {
    const email = `${username}@so.example`;
    const fields = { username, fullName, post: 'Phó Giám đốc', roles, email, way: 'invitation' };
    const administrator = await this.as('quantri');
    const { body } = await administrator.post('/api/people').send(fields).expect(201);
    const link = await this.office.linkTo(email, /\/invitation\/[\w-]{43}/);
    return { id: body.person.id as string, link };
  }
}
