import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { reference } from '../../dispatches/number-words.ts';
import type { RecipientLine } from '../../dispatches/recipient-line.entity.ts';
import { readDispatch } from '../../dispatches/stored-dispatch.ts';
import { openFile } from '../../../platform/files/files.ts';
import { KeptFile } from '../../../platform/files/kept-file.ts';
import { Issuance } from '../../issuing/issuance.entity.ts';
import { packageRoot } from '../../../platform/process/package-root.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { OfficeSignatures } from '../../signing-keys/office-signatures.ts';
import { EVIDENCE_ROWS, LINE_FACTS, RECEIPTS, REPLY_FILES } from './evidence-rows.ts';
import { REGISTER_LINE } from './register-facts.ts';

export interface Bundle {
  /** Name of the ZIP, without its ending. */
  name: string;
  files: Map<string, Buffer | KeptFile>;
}

const CHECKERS = ['kiem-tra.mjs', 'kiem-tra-chu-ky.mjs', 'kiem-tra-su-viec.mjs'];
const MANIFEST = 'danh-muc.json';

/** Everything that proves who got a dispatch, bound together by the office's signature. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: DataSource,
    private readonly signatures: OfficeSignatures,
  ) {}

  async bundle(by: Account, id: string): Promise<Bundle> {
    // One moment for all of it: later events are in a later bundle.
    const { dispatch, files, kept } = await this.database.transaction(
      'REPEATABLE READ',
      (manager) => collect(manager, by, id),
    );
    for (const [name, sha256] of kept) {
      const file = await openFile(this.database.manager, sha256);
      await file.check(); // what is wrong is told in words, not by a download that breaks off
      files.set(name, file);
    }
    files.set(MANIFEST, json(await this.manifest(dispatch, files)));
    for (const name of CHECKERS) {
      files.set(name, readFileSync(join(packageRoot, 'templates/office/follow-up/evidence', name)));
    }
    return { name: `chung-cu-${reference(dispatch).replace('/', '-')}`, files };
  }

  private async manifest(dispatch: Dispatch, files: Bundle['files']): Promise<object> {
    const madeAt = new Date().toISOString();
    const sha256 = Object.fromEntries([...files].map(([name, file]) => [name, hashOf(file)]));
    const content = { type: 'evidence', madeAt, dispatch: reference(dispatch), files: sha256 };
    if (!this.signatures.isConfigured) return content;
    return this.signatures.statement(dispatch.office, content);
  }
}

async function collect(manager: EntityManager, by: Account, id: string) {
  const dispatch = await readDispatch(manager, by, id);
  const issuance = await manager.findOneBy(Issuance, { dispatchId: id });
  if (!issuance?.fileSha256) {
    throw new RuleViolation(
      'not-issued',
      'Văn bản chưa phát hành nên chưa có bộ chứng cứ. Phát hành trước rồi tải.',
    );
  }
  const files: Bundle['files'] = new Map();
  const kept = new Map([['van-ban.pdf', issuance.fileSha256]]);
  const [line] = await manager.query<unknown[]>(REGISTER_LINE, [id]);
  files.set('dang-ky.json', json(line));
  const facts = await manager.query<{ id: string; fact: object }[]>(LINE_FACTS, [id]);
  const factOf = new Map(facts.map((row) => [row.id, row.fact]));
  const lines = dispatch.lines.map((each) => ({ ...asWritten(each), fact: factOf.get(each.id) }));
  files.set('dong-noi-nhan.json', json(lines));
  for (const [name, rows] of Object.entries(EVIDENCE_ROWS)) {
    files.set(name, json(await manager.query(rows, [id])));
  }
  for (const [folder, rows] of [
    ['bien-nhan', RECEIPTS],
    ['tra-loi', REPLY_FILES],
  ] as const) {
    const found = await manager.query<{ code: string; sha256: string; ending: string }[]>(rows, [
      id,
    ]);
    for (const { code, sha256, ending } of found) {
      kept.set(`${folder}/${safe(code)}.${ending}`, sha256);
    }
  }
  return { dispatch, files, kept };
}

/** What the signed dispatch asks by each line; recipients were frozen to the most demanding of theirs. */
const asWritten = (line: RecipientLine) => ({
  line: line.label,
  purpose: line.purpose,
  acknowledge_by: line.acknowledgeBy,
  reply_by: line.replyBy,
});

const safe = (code: string) => code.replace(/[^\p{L}\p{N}._-]/gu, '_');
const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const hashOf = (file: Buffer | KeptFile) =>
  file instanceof KeptFile ? file.sha256 : hash('sha256', file);
