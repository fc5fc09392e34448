import type { Verified, Upload } from './verified.ts';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import { dispatchIdOf } from '../dispatches/check-code.ts';
import { OfficeSignatures } from '../signing-keys/office-signatures.ts';
import { isTest } from '../../engines/signatures/verification/sentences.ts';
import { checksOf } from './checks.ts';
import { dispatchById, dispatchOfFile, type Known } from './issued-dispatch.ts';
import { VerificationThread } from './verification-thread.ts';

@Injectable()
export class VerifyingService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly signatures: OfficeSignatures,
    private readonly thread: VerificationThread,
  ) {}

  /** `known` is the dispatch it should be. */
  async verify({ name, bytes }: Upload, known?: Known): Promise<Verified> {
    const agency = known?.issued?.dispatch.head.name;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const issued = await dispatchOfFile(this.database.manager, sha256);
    const trust = await this.signatures.trust();
    const report = await this.thread.verify({ pdf: bytes, trust, ...(agency && { agency }) });
    const checks = checksOf(report);
    const about = { report, checks, isTest: isTest(report.signatures) };
    return { name, size: bytes.length, sha256, ...about, ...(issued && { issued }) };
  }

  /** Nothing for a code this installation never gave. */
  async known(code: string): Promise<Known | undefined> {
    const id = dispatchIdOf(this.config.keys, code);
    return id === undefined ? undefined : dispatchById(this.database.manager, id);
  }
}
