import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import type { Browser } from '../../support/office.ts';
import type { SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';
import { OfficeWithSystem, type Told } from './office-with-system.ts';

const why = { reason: 'Sai thời hạn báo cáo.', basis: 'Ý kiến của Giám đốc Sở' };

describe('a system of an agency', () => {
  const system = new OfficeWithSystem();
  const { told } = system;
  let office: SendingOffice;
  let clerk: Browser;

  beforeAll(async () => {
    await system.open();
    ({ office, clerk } = system);
  });
  afterAll(() => system.close());
  beforeEach(() => system.calm());

  it('is told when what it was told of is recalled, and so is the mailbox; it answers where the message says', async () => {
    const secret = await system.reached('TB.11', ['webhook', 'email']);
    const id = await system.issuedTo('TB.11');
    await system.settled(id, 'accepted');
    const mails = office.mailbox.count;
    told.length = 0;
    system.answers = [503, 200];
    await clerk.post(`/api/dispatches/${id}/recall`).send(why).expect(201);
    await until(
      'both were told',
      async () => told.length === 2 && office.mailbox.count === mails + 1,
    );
    const [first, again] = told as [Told, Told];
    expect(again.headers['webhook-id']).toBe(first.headers['webhook-id']);
    const message = new Webhook(secret).verify(again.body, again.headers as never) as {
      data: { answerUrl: string };
    };
    expect(message).toMatchObject({
      type: 'dispatch.recalled',
      data: { ...why, dispatch: { id }, issuer: { code: 'STTTT' }, recipient: { code: 'TB.11' } },
    });
    const { body } = await request(office.address)
      .post(new URL(message.data.answerUrl).pathname)
      .send({ answer: 'agreed', isRemoved: true, name: 'Hệ thống', post: 'Văn thư' })
      .expect(200);
    expect(body).toMatchObject({ status: 15, isRemoved: true });
    const recipient = await system.recipientOf(id);
    await until('it is written down', async () => {
      const page = await clerk.get(`/recipients/${recipient}`).expect(200);
      return page.text.includes(
        'Thư đề nghị thu hồi đã gửi. Tin báo tới hệ thống của cơ quan đã gửi.',
      );
    });
  });

  it('that refused the notice of a recall is told again from the log, at its present address', async () => {
    await system.reached('TB.12', ['webhook'], `${system.url}-cu`);
    const id = await system.issuedTo('TB.12');
    await system.settled(id, 'accepted');
    system.answers = [410];
    await clerk.post(`/api/dispatches/${id}/recall`).send(why).expect(201);
    const recalls = async () =>
      (await system.log('TB.12')).filter(({ event }) => event === 'dispatch.recalled');
    await until('it is refused', async () => (await recalls())[0]?.['outcome'] === 'permanent');
    expect(await recalls()).toMatchObject([
      { replyCode: 410, reason: 'Địa chỉ webhook không còn. Hỏi lại cơ quan nhận.' },
    ]);
    await system.reached('TB.12', ['webhook']);
    const again = `/dispatches/${id}/recall/replays/${await system.recipientOf(id)}`;
    const here = `/directory/agencies/${await system.agencyId('TB.12')}/channels`;
    expect((await clerk.get(here).expect(200)).text).toContain(`action="${again}"`);
    await system.drafter.post(again).expect(403);
    const { headers } = await clerk.post(again).expect(303);
    expect(headers['location']).toBe(here);
    await until('it is told', async () => (await recalls())[0]?.['outcome'] === 'accepted');
    const [refused, taken] = system.told.slice(-2) as [Told, Told];
    expect(taken.headers['webhook-id']).toBe(refused.headers['webhook-id']);
    expect([refused.path, taken.path]).toEqual(['/van-ban-cu', '/van-ban']);
    await clerk.post(`/api${again}`).expect(204);
    await until('it is told once more', async () => system.told.length === 4);
    const { id: nobody } = await system.settled(id, 'accepted');
    await clerk.post(`/api/dispatches/${id}/recall/replays/${nobody}`).expect(409);
  });
});
