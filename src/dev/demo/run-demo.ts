import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { withoutBlanks } from '../../platform/config/without-blanks.ts';
import { RefusedToStart } from '../../platform/process/refused-to-start.ts';
import type { Progress } from '../../office/follow-up/progress/tracking.schemas.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { reachedBy, sampleDirectory, scaledDirectory } from '../sample/sample-directory.ts';
import type { Sample } from '../sample/sample.ts';
import { startSystem, type System } from '../system.ts';
import { must, signIn } from './api-client.ts';
import { figures, type DemoReport } from './report.ts';
import { Steps } from './steps.ts';
import { statusTable } from './status-table.ts';

/** Recipients who acknowledge at the same moment. */
const AT_ONCE = 8;

export interface DemoOptions {
  out: string;
  sample: Sample;
  /** Agencies of the directory; the sample's own when absent. */
  recipients?: number | undefined;
  /** An empty database to use in place of the one we bring along. */
  databaseUrl?: string | undefined;
}

/**
 * The whole job on the sample's draft: submitted, signed, issued, delivered, a third acknowledged.
 * Leaves `dispatch.pdf`, `report.json` and the data in `out`; true when all counts agree.
 */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const { out, sample, recipients, databaseUrl } = options;
  const directory =
    recipients === undefined ? sampleDirectory(sample) : scaledDirectory(recipients, sample);
  const dataDir = join(out, 'data');
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { PORT = 3000, DATA_DIR = 'data' } = withoutBlanks(process.env);
  // The links in its mails lead to where `npm start` will show its data.
  const PUBLIC_URL = `http://localhost:${PORT}`;
  const env = { PORT: '0', MAILBOX_PORT: '0', PUBLIC_URL, DATABASE_URL: databaseUrl };
  if (databaseUrl) await requireEmpty(databaseUrl);
  const authorityDir = join(resolve(DATA_DIR), 'test-authority');
  const system = await startSystem({ dataDir, sample, directory, env, authorityDir });
  try {
    const address = await system.app.getUrl();
    const { id, started, progress } = await run(system, address, sample);
    const clerk = await signIn(address, 'vanthu', sample.password);
    const document = clerk.GET('/api/dispatches/{id}/document', {
      params: { path: { id } },
      parseAs: 'arrayBuffer',
    });
    await writeFile(join(out, 'dispatch.pdf'), Buffer.from((await must(document)).data));
    const report: DemoReport = {
      ...(await figures(system.app.get(DataSource))),
      seconds: Math.round((Date.now() - started) / 10) / 100,
      mailsReceived: system.mailbox!.count,
    };
    await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
    console.log(statusTable(report, progress));
    console.log(`\n  Xem lại trên trang:  DATA_DIR=${dataDir} npm start`);
    console.log(`  Kiểm tra chữ ký số:  npm run verify -- ${join(out, 'dispatch.pdf')}`);
    return agrees(report, progress, reachedBy(sample, directory));
  } finally {
    await system.stop();
  }
}

/** A demo writes an office, people with known passwords and six hundred mails: into no database that is somebody's. */
async function requireEmpty(databaseUrl: string): Promise<void> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT FROM pg_tables WHERE schemaname = 'public' LIMIT 1`,
    );
    if (rows.length > 0) {
      throw new RefusedToStart(
        'Cơ sở dữ liệu này đã có bảng. Bản thử chỉ ghi vào một cơ sở dữ liệu trống.',
      );
    }
  } finally {
    await client.end();
  }
}

async function run({ mailbox }: System, address: string, { password }: Sample) {
  const as = (username: string) => signIn(address, username, password);
  const [drafter, signer, clerk] = [
    await as('chuyenvien'),
    await as('phogiamdoc'),
    await as('vanthu'),
  ];
  const drafts = drafter.GET('/api/dispatches', { params: { query: { state: 'draft' } } });
  const { id } = (await must(drafts)).data.items[0]!;
  const params = { path: { id } };
  const preflight = await must(clerk.GET('/api/dispatches/{id}/preflight', { params }));
  const { recipients } = preflight.data;
  const toAcknowledge = Math.floor(recipients / 3);
  const steps = new Steps();
  steps.start(recipients + toAcknowledge);
  const started = Date.now();
  steps.at(0, 'Trình ký');
  await must(drafter.POST('/api/dispatches/{id}/submission', { params }));
  steps.at(0, 'Ký');
  await must(signer.POST('/api/dispatches/{id}/signature', { params, body: {} }));
  steps.at(0, 'Lấy số, phát hành');
  const body = { withoutAddress: true };
  await must(clerk.POST('/api/dispatches/{id}/issuance', { params, body }));
  const look = async () =>
    (await must(clerk.GET('/api/dispatches/{id}/progress', { params }))).data;
  let progress = await look();
  while (progress.total.waiting > 0) {
    await pause(250);
    progress = await look();
    const { delivered, failed } = progress.total;
    steps.at(delivered + failed, 'Gửi tới từng nơi nhận');
  }
  let done = 0;
  const mails = Array.from({ length: toAcknowledge }, (_, index) => index + 1).values();
  const answering = Array.from({ length: AT_ONCE }, async () => {
    for (const mail of mails) {
      await acknowledge(await linkOf(mailbox!, mail, address));
      steps.at(recipients + (done += 1), 'Nơi nhận xác nhận qua liên kết của mình');
    }
  });
  await Promise.all(answering);
  steps.done();
  return { id, started, progress: await look() };
}

async function acknowledge(link: string): Promise<void> {
  const answer = await fetch(`${link}/acknowledgement`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'Người nhận thử nghiệm', post: 'Văn thư' }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`${link}: ${answer.status}`);
}

/** The personal link as the recipient reads it in the mail, on the address of this run. */
async function linkOf(mailbox: Mailbox, mail: number, address: string): Promise<string> {
  const { text = '' } = await mailbox.read(mail);
  const [, path] = /^https?:\/\/[^/]+(\/a\/[\w-]+)$/m.exec(text) ?? [];
  if (!path) throw new Error(`Thư ${mail} không có liên kết.`);
  return address + path;
}

function agrees(report: DemoReport, { total }: Progress, agencies: number): boolean {
  const { recipients, delivered, acknowledged, withAddress, mailsReceived } = report;
  return (
    recipients === agencies &&
    recipients === total.total &&
    delivered === withAddress &&
    mailsReceived === withAddress &&
    acknowledged === Math.floor(recipients / 3) &&
    acknowledged === total.acknowledged &&
    delivered === total.acknowledged + total.delivered
  );
}
