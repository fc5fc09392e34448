import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { access, constants } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import { Config } from '../config.ts';
import { RuleViolation } from '../rule-violation.ts';
import { startThread } from '../start-thread.ts';
import type { LayoutFinding } from './check/finding.ts';
import type { CheckContext } from './check/sheet.ts';
import { type FontFiles, fontFilesIn } from './fonts/font-family.ts';
import { checkCode } from '../dispatches/check-code.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import { documentOf } from './dispatch-document.ts';
import type { OfficialDocument } from './official-document.ts';
import type { RenderedDocument, RenderOptions } from './render-dispatch.ts';

export interface RenderJob {
  id: number;
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
  | { id: number; inspected: Inspected; refusal?: undefined }
  | { id: number; inspected?: undefined; refusal: { code: string; message: string } };

/** A page of the office always says when it was made; a day of its text is no moment. */
type Dated = RenderOptions & { created: Date };

interface Waiting {
  resolve(inspected: Inspected): void;
  reject(error: Error): void;
}

/** Renders beside the event loop, so that a long document keeps no other request waiting. */
@Injectable()
export class RenderThread implements OnModuleInit, OnApplicationShutdown {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private readonly fonts: FontFiles | undefined;

  constructor(private readonly config: Config) {
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
    await this.worker?.terminate();
  }

  /** For the QR code, where the office wants one; a draft that was never saved has none. */
  private checkUrl({ id }: Dispatch): string | undefined {
    const { printsCheckCode, publicUrl, keys } = this.config;
    return printsCheckCode && id ? `${publicUrl}/verify/${checkCode(keys, id)}` : undefined;
  }

  private ask(question: Omit<RenderJob, 'id'>): Promise<Inspected> {
    this.worker ??= this.start();
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker!.postMessage({ id, ...question } satisfies RenderJob);
    });
  }

  private start(): Worker {
    const worker = startThread(new URL('./render-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer: RenderAnswer) => this.settle(answer));
    worker.on('error', (error) => this.giveUp(error as Error));
    worker.on('exit', () => this.giveUp(new Error('The rendering thread ended.')));
    return worker;
  }

  private settle({ id, inspected, refusal }: RenderAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (refusal) {
      waiting?.reject(new RuleViolation(refusal.code, refusal.message));
      return;
    }
    const { rendered, findings } = inspected;
    // A buffer arrives from another thread as a plain Uint8Array.
    waiting?.resolve({ rendered: { ...rendered, pdf: Buffer.from(rendered.pdf) }, findings });
  }

  /** The next document starts a new thread. */
  private giveUp(error: Error): void {
    this.worker = undefined;
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
  }
}
