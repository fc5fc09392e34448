import {
  Injectable,
  Logger,
  Optional,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { access, constants } from 'node:fs/promises';
import { BoundedThread, NotDone, type Bounds, type WhyNotDone } from '../bounded-thread.ts';
import { Config } from '../config.ts';
import type { ProblemCode } from '../problems.ts';
import { RuleViolation } from '../rule-violation.ts';
import type { LayoutFinding } from './check/finding.ts';
import type { CheckContext } from './check/sheet.ts';
import { type FontFiles, fontFilesIn } from './fonts/font-family.ts';
import { checkCode } from '../dispatches/check-code.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import { documentOf } from './dispatch-document.ts';
import type { OfficialDocument } from './official-document.ts';
import type { RenderedDocument, RenderOptions } from './render-dispatch.ts';

export interface RenderJob {
  document: OfficialDocument;
  options: RenderOptions;
  /** Present when the page is to be checked as well. */
  check?: CheckContext;
}

/** A page and what the layout check has to say of it. */
export interface Inspected {
  rendered: RenderedDocument;
  findings: LayoutFinding[];
}

export type RenderAnswer =
  | { inspected: Inspected; refusal?: undefined }
  | { inspected?: undefined; refusal: { code: ProblemCode; message: string } };

/** A page of the office always says when it was made; a day of its text is no moment. */
type Dated = RenderOptions & { created: Date };

/** A dispatch of two hundred pages takes a tenth of the time. */
const BOUNDS = { longestMs: 60_000, mostWaiting: 200, memoryMb: 1024 };

/** Renders beside the event loop, within bounds, so that a long document keeps no other request waiting. */
@Injectable()
export class RenderThread implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RenderThread.name);
  private readonly thread: BoundedThread<RenderJob, RenderAnswer>;
  private readonly fonts: FontFiles | undefined;

  constructor(
    private readonly config: Config,
    @Optional() bounds: Bounds = BOUNDS,
  ) {
    this.thread = new BoundedThread(new URL('./render-worker.ts', import.meta.url), bounds);
    const { fontFolder } = config;
    this.fonts = fontFolder === undefined ? undefined : fontFilesIn(fontFolder);
  }

  /** A missing font file keeps the process from starting, not the clerk from issuing. */
  async onModuleInit(): Promise<void> {
    await Promise.all(Object.values(this.fonts ?? {}).map((path) => access(path, constants.R_OK)));
  }

  /** The page of a dispatch, made at `created`; its lines, office and mandate are loaded. Throws `RuleViolation` for what cannot be printed. */
  async render(dispatch: Dispatch, options: Dated): Promise<RenderedDocument> {
    const document = documentOf(dispatch, this.checkUrl(dispatch));
    return (await this.ask({ document, options: { fonts: this.fonts, ...options } })).rendered;
  }

  /** Renders and checks; throws `RuleViolation` for what cannot be printed. */
  inspect(dispatch: Dispatch): Promise<Inspected> {
    const document = documentOf(dispatch, this.checkUrl(dispatch));
    const check = { officeCode: dispatch.office.code };
    return this.ask({ document, options: { fonts: this.fonts }, check });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop();
  }

  /** For the QR code, where the office wants one; a draft that was never saved has none. */
  private checkUrl({ id }: Dispatch): string | undefined {
    const { printsCheckCode, publicUrl, keys } = this.config;
    return printsCheckCode && id ? `${publicUrl}/verify/${checkCode(keys, id)}` : undefined;
  }

  private async ask(question: RenderJob): Promise<Inspected> {
    const { inspected, refusal } = await this.thread.run(question).catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      if (error.why === 'failed') throw new Error(error.message);
      if (error.why !== 'busy') this.logger.warn(`A page could not be made: ${error.message}`);
      throw new RuleViolation('page-not-made', REFUSALS[error.why]);
    });
    if (refusal) throw new RuleViolation(refusal.code, refusal.message);
    const { rendered, findings } = inspected;
    // A buffer arrives from another thread as a plain Uint8Array.
    return { rendered: { ...rendered, pdf: Buffer.from(rendered.pdf) }, findings };
  }
}

const REFUSALS: Record<Exclude<WhyNotDone, 'failed'>, string> = {
  busy: 'Đang có nhiều văn bản chờ dàn trang. Chờ một phút rồi làm lại.',
  slow: 'Văn bản chưa dàn trang xong trong thời gian cho phép nên máy đã dừng: văn bản quá dài, hoặc máy chủ đang bận. Làm lại sau ít phút; nếu vẫn vậy, tách phụ lục và bảng dài ra văn bản khác.',
  memory:
    'Văn bản có nhiều nội dung hơn mức dàn trang được một lần. Tách phụ lục và bảng dài ra văn bản khác.',
};
