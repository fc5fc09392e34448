import { ConsoleLogger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { DataSource } from 'typeorm';
import {
  DispatchMail,
  dispatchMailText,
} from '../../../../templates/office/delivery/dispatch-mail.tsx';
import { Account } from '../../../office/accounts/account.entity.ts';
import { Config } from '../../../platform/config/config.ts';
import { CoreModule } from '../../../database/core.module.ts';
import { DeliveryRun } from '../../../office/delivery/delivery-run.entity.ts';
import { Dispatch } from '../../../office/dispatches/dispatch.entity.ts';
import { DraftDispatch } from '../../../office/dispatches/dispatch.schemas.ts';
import { DraftsService } from '../../../office/dispatches/drafts.service.ts';
import { DispatchesModule } from '../../../office/dispatches/dispatches.module.ts';
import { RenderThread } from '../../../office/dispatches/render-thread.ts';
import { DraftingModule } from '../../../office/dispatches/drafting/drafting.module.ts';
import { DraftingService } from '../../../office/dispatches/drafting/drafting.service.ts';
import { PDF_MOST, readFile } from '../../../platform/files/files.ts';
import { scaledDirectory } from '../../sample/sample-directory.ts';
import { SampleModule } from '../../sample/sample.module.ts';
import { SampleOffice } from '../../sample/sample-office.ts';
import { thaiBinh } from '../../sample/thai-binh/sample.ts';
import { IssuingModule } from '../../../office/issuing/issuing.module.ts';
import { IssuingService } from '../../../office/issuing/issuing.service.ts';
import { migrate } from '../../../database/migrate.ts';
import { parse } from '../../../platform/web/schema.ts';
import { WORK } from '../../../worker.module.ts';
import { CONNECTIONS, type Letter } from './peers.ts';
import type { Sink } from './sink.ts';

/** Stands for every official file, which is made all the same: 60 kB as the task is set. */
const FILE = randomBytes(60_000);

/**
 * `@nestjs/typeorm` 12 counts data sources by name over the whole process and warns of a second application's, though
 * each has its own container and neither overrides the other.
 */
class Warnings extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['error', 'warn'] });
  }

  override warn(message: unknown, ...details: unknown[]): void {
    if (details.at(-1) !== 'DataSourceNameRegistry') super.warn(message, ...details);
  }
}

export interface SentRun {
  dispatchId: string;
  recipients: number;
  /** The transaction that numbers and freezes. */
  issueSeconds: number;
  /** From the click to the last outcome in the database. */
  seconds: number;
}

/** The whole system on a database of its own, with as many agencies as asked for and four people to spare. */
export class SendingSystem {
  private constructor(
    private readonly app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>,
    readonly database: DataSource,
  ) {}

  static async start(options: {
    postgres: string;
    redis: string | undefined;
    smtpPort: number;
    agencies: number;
  }): Promise<SendingSystem> {
    const name = `bench_${process.pid}_${Date.now()}`;
    const client = new Client({ connectionString: options.postgres });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    const url = new URL(options.postgres);
    url.pathname = `/${name}`;
    const config = new Config({
      DATABASE_URL: url.href,
      ...(options.redis ? { REDIS_URL: options.redis } : {}),
      SMTP_URL: `smtp://127.0.0.1:${options.smtpPort}`,
      INSTALLATION_SECRET: 'the secret of a benchmark, 32 or more',
      DELIVERY_CONCURRENCY: String(CONNECTIONS),
    });
    await migrate(config.databaseUrl);

    @Module({
      imports: [
        CoreModule.for(config),
        SampleModule,
        DispatchesModule,
        DraftingModule,
        IssuingModule,
        ...WORK,
      ],
    })
    class System {}

    const app = await NestFactory.createApplicationContext(System, { logger: new Warnings() });
    const renderer = app.get(RenderThread, { strict: false });
    const render = renderer.render.bind(renderer);
    renderer.render = async (...all) => ({ ...(await render(...all)), pdf: FILE });
    await app.get(SampleOffice).create(thaiBinh, scaledDirectory(options.agencies));
    await app.get(DataSource).query('ANALYZE');
    return new SendingSystem(app, app.get(DataSource));
  }

  /** One dispatch to everyone, from the click that issues it to the last row. */
  async sendToAll(sink: Sink): Promise<SentRun> {
    const by = (username: string) =>
      this.database.manager.findOneOrFail(Account, {
        where: { username },
        relations: { office: true },
      });
    const [drafter, signer, clerk] = [
      await by('chuyenvien'),
      await by('phogiamdoc'),
      await by('vanthu'),
    ];
    const drafting = this.app.get(DraftingService, { strict: false });
    const drafts = this.app.get(DraftsService, { strict: false });
    const [mandate] = await drafts.mandates(drafter);
    const { id } = await drafts.draft(
      drafter,
      parse(DraftDispatch, {
        abstract: 'kiểm tra hệ thống truyền thanh',
        symbol: 'STTTT-BCVT',
        addressees: [{ text: 'Các cơ quan, đơn vị trên địa bàn tỉnh' }],
        body: 'Đề nghị các cơ quan, đơn vị kiểm tra hệ thống truyền thanh./.',
        copies: [{ text: 'Lưu: VT, BCVT' }],
        mandateId: mandate!.id,
      }),
    );
    await drafting.submit(drafter, id);
    await drafting.sign(signer, id);
    const started = performance.now();
    const issuing = this.app.get(IssuingService, { strict: false });
    let issueSeconds = 0;
    const original = issuing.finish.bind(issuing);
    issuing.finish = (dispatchId) => {
      issueSeconds = (performance.now() - started) / 1000;
      return original(dispatchId);
    };
    await issuing.issue(clerk, id, true);
    issuing.finish = original;
    await this.settled(id, sink);
    const seconds = (performance.now() - started) / 1000;
    return { dispatchId: id, recipients: await this.accepted(id), issueSeconds, seconds };
  }

  /** What our mails of a dispatch say and carry. */
  async letter(dispatchId: string): Promise<Letter> {
    const { manager } = this.database;
    const dispatch = await manager.findOneOrFail(Dispatch, {
      where: { id: dispatchId },
      relations: { office: true },
    });
    const { fileSha256 } = await manager.findOneByOrFail(DeliveryRun, { dispatchId });
    const view = {
      dispatch,
      name: 'Ủy ban nhân dân xã Mẫu',
      link: `http://localhost:3000/a/${'x'.repeat(43)}`,
      deadline: '17:00 24/11/2026',
      asked: '',
    };
    return {
      subject: dispatch.abstract,
      text: dispatchMailText(view),
      html: renderToString(h(DispatchMail, view)),
      file: await readFile(manager, fileSha256, PDF_MOST),
    };
  }

  stop(): Promise<void> {
    return this.app.close();
  }

  /** Watches the sink first: asking the database all the time would slow it down. */
  private async settled(dispatchId: string, sink: Sink): Promise<void> {
    const [{ wanted }] = await this.database.query(
      'SELECT count(*)::int AS wanted FROM deliveries WHERE dispatch_id = $1',
      [dispatchId],
    );
    while ((await sink.count()).mails < wanted) await pause(10);
    for (;;) {
      const [{ isOpen }] = await this.database.query(
        `SELECT EXISTS (SELECT FROM deliveries
                        WHERE dispatch_id = $1 AND state IN ('waiting', 'sending')) AS "isOpen"`,
        [dispatchId],
      );
      if (!isOpen) return;
      await pause(5);
    }
  }

  private async accepted(dispatchId: string): Promise<number> {
    const [{ count }] = await this.database.query(
      `SELECT count(*)::int FROM delivery_attempts JOIN deliveries ON id = delivery_id
       WHERE dispatch_id = $1 AND state = 'accepted' AND outcome = 'accepted'`,
      [dispatchId],
    );
    return count;
  }
}
