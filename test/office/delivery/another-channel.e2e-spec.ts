import type { AttemptResult } from '../../../src/office/delivery/attempts/attempt-result.ts';
import type { Channel } from '../../../src/office/delivery/channels/channel.ts';
import { CHANNELS } from '../../../src/office/delivery/channels/channels.ts';
import type { Letter } from '../../../src/office/delivery/channels/letter.ts';
import { OfficeWithSystem } from './office-with-system.ts';
import { until } from '../../support/until.ts';

interface Shelved {
  id: string;
  address: string;
  subject: string;
  text: string;
  event: object | undefined;
  file: string | undefined;
}

const shelf: Shelved[] = [];
const answers: AttemptResult[] = [];
const said = (outcome: AttemptResult['outcome'], reply: string): AttemptResult => ({
  outcome,
  stage: 'answer',
  replyCode: null,
  reply,
  isServerWide: false,
});

/** A channel as it would stand in a folder of its own: letters lie on a shelf until the agency fetches them. */
class ShelfChannel implements Channel {
  static readonly channel = 'shelf';
  readonly name = ShelfChannel.channel;
  readonly pausedUntil = 0;
  readonly schedule = { retrySeconds: [0.1], lifetimeHours: 1 };

  serverOf = (address: string) => `shelf of ${address}`;
  isFull = () => false;
  close = () => {};

  async send({ id, address, message, event, dispatch }: Letter): Promise<AttemptResult> {
    const answer = answers.shift() ?? said('accepted', 'on the shelf');
    if (answer.outcome !== 'accepted') return answer;
    const { subject, text } = message();
    const file = (await dispatch?.prepared.file())?.toString('latin1', 0, 5);
    shelf.push({ id, address, subject, text, event: await event?.(), file });
    return answer;
  }
}

describe('a channel that is a folder and a line in the list', () => {
  const system = new OfficeWithSystem();

  beforeAll(async () => {
    CHANNELS.push(ShelfChannel); // the line
    await system.open();
  });
  afterAll(async () => {
    CHANNELS.pop();
    await system.close();
  });
  beforeEach(() => {
    shelf.length = 0;
    answers.length = 0;
  });

  /** Not by the API, whose schemas are made when the list is read first. */
  const reachedBy = (code: string, channels: string[]) =>
    system.office.database.query('UPDATE agencies SET channels = $2 WHERE code = $1', [
      code,
      channels,
    ]);

  it('takes dispatches, without a mail being built, and tries again as its schedule says', async () => {
    await reachedBy('TB.31', ['shelf']);
    answers.push(said('temporary', 'the shelf is full'));
    const mails = system.office.mailbox.count;
    const id = await system.issuedTo('TB.31');
    const delivery = await system.settled(id, 'accepted');
    expect(delivery.channel).toBe('shelf');
    expect(shelf).toMatchObject([
      {
        id: delivery.id,
        address: 'TB.31',
        file: '%PDF-',
        event: { type: 'dispatch.issued', data: { dispatch: { id } } },
      },
    ]);
    expect(shelf[0]!.subject).toContain('V/v kiểm tra hệ thống truyền thanh');
    expect(shelf[0]!.text).toMatch(/\/a\/[\w-]{43}\n/);
    const attempts = await system.office.database.query(
      'SELECT channel, server, outcome FROM delivery_attempts WHERE delivery_id = $1 ORDER BY number',
      [delivery.id],
    );
    expect(attempts).toEqual([
      { channel: 'shelf', server: 'shelf of TB.31', outcome: 'temporary' },
      { channel: 'shelf', server: 'shelf of TB.31', outcome: 'accepted' },
    ]);
    expect(system.office.mailbox.count).toBe(mails);
  });

  it('gives way to the next one when it has failed', async () => {
    await reachedBy('TB.32', ['shelf', 'email']);
    answers.push(said('permanent', 'there is no such shelf'));
    const delivery = await system.settled(await system.issuedTo('TB.32'), 'accepted');
    expect(delivery.channel).toBe('email');
    expect(shelf).toEqual([]);
  });

  it('is told of a recall where it was told of the dispatch', async () => {
    await reachedBy('TB.33', ['shelf']);
    const id = await system.issuedTo('TB.33');
    await system.settled(id, 'accepted');
    shelf.length = 0;
    const why = { reason: 'Sai thời hạn báo cáo.', basis: 'Ý kiến của Giám đốc Sở' };
    await system.clerk.post(`/api/dispatches/${id}/recall`).send(why).expect(201);
    await until('the notice lies there', async () => shelf.length > 0);
    expect(shelf).toMatchObject([
      { address: 'TB.33', event: { type: 'dispatch.recalled' }, file: undefined },
    ]);
    expect(shelf[0]!.subject).toContain('THU HỒI');
  });
});
