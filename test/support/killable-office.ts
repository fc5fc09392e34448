import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import request from 'supertest';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PASSWORD } from '../../src/dev/sample/thai-binh/office.ts';
import { Mailbox } from '../../src/dev/mailbox/mailbox.ts';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { TestAuthority } from '../../src/dev/test-authority/test-authority.ts';
import { run } from '../engines/page/outside-tool.ts';
import { startSigningService, type SigningService } from '../engines/signatures/signing-service.ts';
import { testOffice, type Browser, type TestOffice } from './office.ts';
import { freePort } from './free-port.ts';
import { scratchFolder } from './scratch.ts';
import { timestampService, type TimestampService } from './timestamp-service.ts';
import { until } from './until.ts';
import { built } from './built.ts';

/** A place where work stands still until it is let go. */
export interface Hold {
  /** Somebody has come to it. */
  reached(): Promise<unknown>;
  release(): Promise<void>;
}

/** `npm start` as a process that can be killed, with keys and clock elsewhere, where work can be held. */
export interface KillableOffice extends TestOffice {
  authority: TestAuthority;
  mailbox: Mailbox;
  person: SigningService;
  agency: SigningService;
  timestamps: TimestampService;
  /** A person at the process that runs now. */
  at(username: string): Promise<Browser>;
  start(): Promise<void>;
  kill(): Promise<void>;
}

export async function killableOffice(env: NodeJS.ProcessEnv): Promise<KillableOffice> {
  const folder = await scratchFolder();
  const authority = await TestAuthority.open(join(folder, 'authority'), 'P-256');
  const [mailbox, timestamps] = [
    await Mailbox.start({ dir: await scratchFolder(), port: 0 }),
    await timestampService(authority),
  ];
  const { name, code } = SAMPLE_OFFICE.office;
  const [person, agency] = [
    await remoteKey(folder, authority, 'person', 'Vũ Xuân Thành'),
    await remoteKey(folder, authority, 'agency', name),
  ];
  await authority.revocationList();
  const settings = {
    roots: ['authority/root.pem'],
    revocationLists: ['authority/revoked.crl'],
    timestamp: { url: timestamps.url, waitSeconds: 60 },
    agencies: { [code]: agency.holder },
    people: { phogiamdoc: person.holder },
  };
  const config = join(folder, 'signing.json');
  await writeFile(config, JSON.stringify(settings));
  const office = await testOffice({
    directory: scaledDirectory(80),
    env: { SIGNING_CONFIG: config, SMTP_URL: mailbox.url, ...env },
  });
  const { databaseUrl, installationSecret } = office.config;
  const settingsOfProcess = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    INSTALLATION_SECRET: installationSecret,
    SMTP_URL: mailbox.url,
    SIGNING_CONFIG: config,
    DATA_DIR: await scratchFolder(),
    DELIVERY_SWEEP_SECONDS: '0.5',
    ...env,
  };
  let address = '';
  let child: ReturnType<typeof spawn> | undefined;
  const kill = async () => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    ...office,
    authority,
    mailbox,
    timestamps,
    person: person.service,
    agency: agency.service,
    at: async (username) => {
      const browser = request.agent(address);
      await browser.post('/api/session').send({ username, password: SAMPLE_PASSWORD }).expect(201);
      return browser;
    },
    start: async () => {
      const port = await freePort();
      address = `http://127.0.0.1:${port}`;
      child = spawn(process.execPath, [built('src/dev/start.ts')], {
        cwd: packageRoot,
        env: { ...settingsOfProcess, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stderr!.resume();
      const said = once(child.stdout!, 'data'); // it says its address when it listens
      const gone = once(child, 'exit').then(() => Promise.reject(new Error('It did not start.')));
      gone.catch(() => {});
      await Promise.race([said, gone]);
      child.stdout!.resume();
    },
    kill,
    close: async () => {
      await kill();
      await office.close();
      await mailbox.stop();
      await timestamps.close();
      person.service.close();
      agency.service.close();
    },
  };
}

/** Whoever writes to this table stands still. */
export async function heldAtTable(
  office: TestOffice,
  table: string,
  statement: string,
): Promise<Hold> {
  const client = new Client({ connectionString: office.config.databaseUrl });
  client.on('error', () => {}); // the database goes before a story that failed
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
  return {
    reached: () =>
      until(`someone waiting at ${table}`, async () => {
        const rows = await office.database.query(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
          [`%${statement}%`],
        );
        return rows.length > 0;
      }),
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}

/** The key does not answer this method any more, from the moment `when` is true. */
export function heldAtKey(
  service: SigningService,
  held: string,
  when: () => Promise<boolean> = async () => true,
): Hold {
  let isReached = false;
  service.before = async (method) => {
    if (method !== held || !(await when())) return;
    isReached = true;
    await new Promise(() => {}); // for as long as this process lives
  };
  return {
    reached: () => until(`a call of ${held}`, async () => isReached),
    release: async () => {
      service.before = async () => {};
    },
  };
}

async function remoteKey(
  folder: string,
  authority: TestAuthority,
  purpose: 'person' | 'agency',
  name: string,
) {
  const application = { purpose, name, organisation: SAMPLE_OFFICE.office.name };
  const [key, tokenFile, pinFile] = ['key.pem', 'token', 'pin'].map((file) =>
    join(folder, `${purpose}-${file}`),
  ) as [string, string, string];
  const password = ['-passin', `file:${authority.passwordFile}`];
  const file = await authority.keyFile(application);
  run('openssl', 'pkcs12', '-in', file, '-nocerts', '-nodes', '-out', key, ...password);
  const { certificate, chain } = await authority.holder(application);
  const pin = '246810';
  const service = await startSigningService({ key, certificates: [certificate, ...chain], pin });
  await writeFile(tokenFile, 'mot-the-truy-cap\n');
  await writeFile(pinFile, `${pin}\n`);
  const source = { kind: 'remote', url: service.url, credential: purpose, tokenFile, pinFile };
  return { service, holder: { key: source } };
}
