import type { PageAnswer, PageJob } from '../../engines/page/render-job.ts';
import { judgeWords } from '../../engines/page/word-rules/judge-words.ts';
import {
  Injectable,
  Logger,
  Optional,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { access, constants } from 'node:fs/promises';
import {
  BoundedThread,
  NotDone,
  type Bounds,
  type WhyNotDone,
} from '../../platform/process/bounded-thread.ts';
import { Config } from '../../platform/config/config.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { type FontFiles, fontFilesIn } from '../../engines/page/fonts/font-family.ts';
import { printsCheckCode } from '../accounts/office-choices.ts';
import { checkCode } from './check-code.ts';
import type { Dispatch } from './dispatch.entity.ts';
import { documentOf } from './dispatch-document.ts';
import type { RenderedDocument, RenderOptions } from '../../engines/page/render-dispatch.ts';
import type { LayoutFinding } from '../../engines/page/finding.ts';

/** A page of the office always says when it was made; a day of its text is no moment. */
type Dated = RenderOptions & { created: Date };

/** A dispatch of two hundred pages takes a tenth of the time. */
const BOUNDS = { longestMs: 60_000, mostWaiting: 200, memoryMb: 1024 };

/** Letters of a draft that are judged at once, in some ten milliseconds; more are judged in the thread. */
const AT_ONCE = 15_000;

/** Renders beside the event loop, within bounds, so that a long document keeps no other request waiting. */
@Injectable()
export class RenderThread implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RenderThread.name);
  private readonly thread: BoundedThread<PageJob, PageAnswer>;
  private readonly fonts: FontFiles | undefined;

  constructor(
    private readonly config: Config,
    @Optional() bounds: Bounds = BOUNDS,
  ) {
    this.thread = new BoundedThread(
      new URL('../../engines/page/render-worker.ts', import.meta.url),
      bounds,
    );
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
    const answer = await this.ask({ document, options: { fonts: this.fonts, ...options } });
    if (!('rendered' in answer)) throw new Error('A page was asked for.');
    // A buffer arrives from another thread as a plain Uint8Array.
    return { ...answer.rendered, pdf: Buffer.from(answer.rendered.pdf) };
  }

  /** Kiểm tra thể thức of a draft. Throws `RuleViolation` where a long one has to wait for too many others. */
  async findings(dispatch: Dispatch): Promise<LayoutFinding[]> {
    const document = documentOf(dispatch);
    const context = { officeCode: dispatch.head.symbol, fonts: this.fonts };
    if (lettersOf(dispatch) <= AT_ONCE) return judgeWords(document, context);
    const answer = await this.ask({ document, context });
    if (!('findings' in answer)) throw new Error('Findings were asked for.');
    return answer.findings;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop();
  }

  /** For the QR code, where the office wants one; a draft that was never saved has none. */
  private checkUrl({ id, office }: Dispatch): string | undefined {
    const { publicUrl, keys } = this.config;
    return id && printsCheckCode(office, this.config)
      ? `${publicUrl}/verify/${checkCode(keys, id)}`
      : undefined;
  }

  private async ask(job: PageJob): Promise<Exclude<PageAnswer, { refusal: unknown }>> {
    const answer = await this.thread.run(job).catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      if (error.why === 'failed') throw new Error(error.message);
      if (error.why !== 'busy') this.logger.warn(`A page could not be made: ${error.message}`);
      throw new RuleViolation('page-not-made', REFUSALS[error.why]);
    });
    if ('refusal' in answer) throw new RuleViolation(answer.refusal.code, answer.refusal.message);
    return answer;
  }
}

function lettersOf({ abstract, body, legalBases, annexes, lines }: Dispatch): number {
  const texts = [abstract, body, ...legalBases, ...lines.map(({ text }) => text)];
  for (const annex of annexes) texts.push(annex.title, annex.body);
  return texts.reduce((sum, { length }) => sum + length, 0);
}

const REFUSALS: Record<Exclude<WhyNotDone, 'failed'>, string> = {
  busy: 'Đang có nhiều văn bản chờ dàn trang. Chờ một phút rồi làm lại.',
  slow: 'Văn bản chưa dàn trang xong trong thời gian cho phép nên máy đã dừng: văn bản quá dài, hoặc máy chủ đang bận. Làm lại sau ít phút; nếu vẫn vậy, tách phụ lục và bảng dài ra văn bản khác.',
  memory:
    'Văn bản có nhiều nội dung hơn mức dàn trang được một lần. Tách phụ lục và bảng dài ra văn bản khác.',
};
