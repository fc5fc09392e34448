import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotMount, smallDisk, type SmallDisk } from '../../../src/dev/bench/chaos/small-disk.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';

describeWhere(cannotMount(), 'a full disk under the outcomes', () => {
  let disk: SmallDisk;
  let folder: string;
  let office: SendingOffice;
  beforeAll(async () => {
    folder = await scratchFolder();
    disk = smallDisk(folder, 1);
    office = await sendingOffice({
      directory: scaledDirectory(80),
      env: { DELIVERY_JOURNAL_DIR: folder, DELIVERY_LEASE_SECONDS: '3' },
    });
  });
  afterAll(async () => {
    await office?.close();
    disk?.unmount();
  });

  const issued = async () => {
    const drafter = await office.as('chuyenvien');
    const lines = {
      addressees: [{ text: 'Các cơ quan, đơn vị trên địa bàn tỉnh' }],
      copies: [{ text: 'Lưu: VT' }],
    };
    const id = await draftedBy(drafter, await aDraft(office, lines));
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    return id;
  };
  const ready = () => office.anyone.get('/ready');
  const states = (id: string) =>
    office.database.query<{ state: string; count: number }[]>(
      `SELECT state, count(*)::int FROM deliveries WHERE dispatch_id = $1 AND address <> ''
       GROUP BY state`,
      [id],
    );
  const isDelivered = async (id: string) => {
    const found = await states(id);
    return found.length === 1 && found[0]!.state === 'accepted' ? found[0]!.count : undefined;
  };
  const mailsOf = async () => office.mailbox.count;

  it('keeps every mail back, is said by /ready, and all goes on when there is room', async () => {
    disk.fill();
    const before = await mailsOf();
    const id = await issued();
    const told = await until('it is told', async () => {
      const answer = await ready();
      return answer.status === 503 ? answer : undefined;
    });
    expect(told!.body).toMatchObject({ database: 'ready', outcomes: 'not ready' });
    expect(await mailsOf()).toBe(before);
    disk.free();
    const sent = await until('all is delivered', () => isDelivered(id), 60);
    expect(await mailsOf()).toBe(before + sent!);
    await until('it is ready', async () => (await ready()).status === 200);
  });

  it('in the middle of a run loses and repeats nothing', async () => {
    const before = await mailsOf();
    const id = await issued();
    await until('some have gone', async () => (await mailsOf()) > before);
    disk.fill();
    await until('it is told, or all had gone', async () => {
      return (await ready()).status === 503 || (await isDelivered(id)) !== undefined;
    });
    disk.free();
    const sent = await until('all is delivered', () => isDelivered(id), 60);
    expect(await mailsOf()).toBe(before + sent!);
    const [{ attempts }] = await office.database.query(
      `SELECT count(*)::int AS attempts FROM delivery_attempts
       JOIN deliveries ON id = delivery_id WHERE dispatch_id = $1`,
      [id],
    );
    expect(attempts).toBe(sent);
    const [name] = readdirSync(folder).filter((file) => file.endsWith('.outcomes'));
    await until('the journal forgets', async () => {
      return readFileSync(join(folder, name!), 'utf8').trim() === '';
    });
  });
});
