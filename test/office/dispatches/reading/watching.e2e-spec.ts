import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { until } from '../../../support/until.ts';

describe('who watches the progress of a dispatch', () => {
  let office: TestOffice;
  let clerk: Browser;
  let id: string;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    id = await draftedBy(await office.as('chuyenvien'), await aDraft(office));
    await signed(office, id);
    clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
  });
  afterAll(() => office?.close());

  /** What is shown to somebody, as it comes, until the server ends it. */
  function watch(person: Browser) {
    let text = '';
    let isOver = false;
    void person
      .get(`/dispatches/${id}/progress/live`)
      .buffer(true)
      .parse((response, done) => {
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('close', () => done(null, (isOver = true)));
      })
      .catch(() => undefined);
    return {
      shown: (what: string) => until(`${what} is shown`, async () => text.includes(what)),
      ended: () => until('it is over', async () => isOver),
      text: () => text,
    };
  }

  it('is shown no more when it is restricted, and cannot come again; a reader watches on', async () => {
    const leader = await office.as('lanhdao');
    const [outside, inside] = [watch(leader), watch(clerk)];
    await outside.shown('data:');
    await inside.shown('data:');
    const reading = { reading: 'restricted', readers: [] };
    await clerk.put(`/api/dispatches/${id}/reading`).send(reading).expect(200);
    await outside.ended();
    await clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    await inside.shown('tạm dừng');
    expect(outside.text()).not.toContain('tạm dừng');
    await leader.get(`/dispatches/${id}/progress/live`).expect(404);
    await leader.get(`/dispatches/${id}/progress`).expect(404);
  });
});
