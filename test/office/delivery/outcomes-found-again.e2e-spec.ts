import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { connect, databaseOptions } from '../../../src/database/database.ts';
import { databaseIdentity } from '../../../src/office/delivery/attempts/database-identity.ts';
import { OutcomeWal } from '../../../src/office/delivery/attempts/outcome-wal.ts';
import type { Outcome } from '../../../src/office/delivery/attempts/outcome.ts';
import { InstallationKeys } from '../../../src/platform/installation/installation-keys.ts';
import { requireOwnSecret } from '../../../src/platform/installation/own-secret.ts';
import { databaseDoor, type DatabaseDoor } from '../../support/database-door.ts';
import { freePort } from '../../support/free-port.ts';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { aFrozenRecipient } from '../../support/frozen-recipient.ts';
import { startProgram } from '../../support/program.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { until } from '../../support/until.ts';

const accepted = (id: string): Outcome => ({
  kind: 'dispatch',
  id,
  number: 1,
  retryRound: 1,
  channel: 'email',
  address: 'a@b.example',
  server: 'mx',
  startedAt: new Date().toISOString(),
  endedAt: new Date().toISOString(),
  stage: 'message',
  outcome: 'accepted',
  evidence: 'accepted',
  replyCode: 250,
  reply: '250 OK',
  dueAt: null,
});

const SECRET = 'the secret of this installation, 32 or more';
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

describe('outcomes that a killed worker left', () => {
  let fresh: FreshDatabase;
  let door: DatabaseDoor;
  let database: DataSource;
  let recipient: Awaited<ReturnType<typeof aFrozenRecipient>>;
  const dead = spawnSync(process.execPath, ['--version']).pid;
  beforeAll(async () => {
    fresh = await freshDatabase();
    door = await databaseDoor(fresh.url, await freePort());
    await door.open();
    database = await new DataSource(databaseOptions(fresh.url)).initialize();
    await requireOwnSecret(database.manager, new InstallationKeys(SECRET));
    recipient = await aFrozenRecipient(database);
  });
  afterAll(async () => {
    await database?.destroy();
    await door?.shut();
    await fresh?.drop();
  });

  const aDelivery = async (): Promise<string> => {
    const [row] = await database.query<{ id: string }[]>(
      `INSERT INTO deliveries (recipient_id, dispatch_id, channel, address, state, round, attempts)
       VALUES ($1, $2, 'email', 'a@b.example', 'sending', 1, 1) RETURNING id`,
      [await recipient.next(), recipient.dispatchId],
    );
    return row!.id;
  };
  /** As a worker that came by this address leaves them when it is killed. */
  const leave = async (folder: string, url: string, outcome: Outcome) => {
    const there = await connect(url);
    const journal = new OutcomeWal(
      folder,
      () => {},
      () => {},
    );
    journal.open(await databaseIdentity(there));
    journal.append(outcome);
    journal.close(false);
    await there.destroy();
    const [name] = readdirSync(folder).filter((file) => file.includes(journal.worker));
    const left = name!.replace(`-${process.pid}-`, `-${dead}-`);
    renameSync(join(folder, name!), join(folder, left));
    return left;
  };
  /** As versions named and wrote them that knew no other letters than deliveries by mail. */
  const leaveOldNamed = (folder: string, address: string, outcome: Outcome) => {
    const { kind: _kind, channel: _channel, id: deliveryId, retryRound: round, ...rest } = outcome;
    const name = `${hash(address)}-${dead}-${randomUUID()}.outcomes`;
    writeFileSync(join(folder, name), `${JSON.stringify({ deliveryId, round, ...rest })}\n`);
    return name;
  };
  const otherAddresses = async (): Promise<Record<string, string>> => {
    const { host, port, user, database: name } = new Client(fresh.url);
    const linked = join(await scratchFolder(), 'link');
    if (host.startsWith('/')) symlinkSync(host, linked);
    const socket = host.startsWith('/')
      ? `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(linked)}`
      : fresh.url;
    return {
      'another machine and port': door.url,
      'another password': door.url.replace('@', ':another%40password@'),
      'another folder of the socket': socket,
    };
  };

  it.each(['another machine and port', 'another password', 'another folder of the socket'])(
    'are found by way of %s',
    async (what) => {
      const folder = await scratchFolder();
      const outcome = accepted(await aDelivery());
      await leave(folder, fresh.url, outcome);
      const url = (await otherAddresses())[what]!;
      const again = await connect(url);
      const journal = new OutcomeWal(
        folder,
        () => {},
        () => {},
      );
      journal.open(await databaseIdentity(again));
      const found = await journal.leftBehind(url, async () => false);
      journal.close(true);
      await again.destroy();
      expect(found.outcomes).toEqual([outcome]);
    },
  );

  it('are recorded by the next worker, those of an earlier version as well, and no stranger’s', async () => {
    const folder = await scratchFolder();
    const [named, adopted] = [await aDelivery(), await aDelivery()];
    const mine = [
      await leave(folder, fresh.url, accepted(named)),
      leaveOldNamed(folder, 'postgres://an-address-of-before/noinhan', accepted(adopted)),
    ];
    const stranger = leaveOldNamed(folder, 'postgres://elsewhere/other', accepted(randomUUID()));
    const worker = await startProgram('worker', {
      DATABASE_URL: door.url,
      DELIVERY_JOURNAL_DIR: folder,
      INSTALLATION_SECRET: SECRET,
    });
    try {
      await until(
        'they are recorded',
        async () => {
          const rows = await database.query<unknown[]>(
            `SELECT FROM deliveries WHERE id = ANY($1) AND state = 'accepted'`,
            [[named, adopted]],
          );
          return rows.length === 2;
        },
        120,
      );
      await until('they are forgotten', async () =>
        mine.every((name) => !existsSync(join(folder, name))),
      );
      expect(existsSync(join(folder, stranger))).toBe(true);
    } finally {
      await worker.stop();
    }
  }, 180_000);
});
