import { Injectable } from '@nestjs/common';
import type { Account } from '../../../accounts/account.entity.ts';
import { nameKey } from '../../../../platform/text/name-key.ts';
import { DraftsService } from '../../drafts.service.ts';
import { emptyDraft, requireUnclassified } from '../draft-form.ts';
import type { DraftValues } from '../draft-values.ts';
import { markdownOf } from '../../../../engines/word/markdown-of.ts';
import { ImportThread } from './import-thread.ts';
import { recognise } from './recognise.ts';

export const MAX_FILE_BYTES = 10_000_000;

export interface ImportedDraft {
  draft: DraftValues;
  found: string[];
  left: string[];
  dropped: string[];
}

/** A draft that was written in Word, taken apart; nothing of it is stored. */
@Injectable()
export class ImportService {
  constructor(
    private readonly thread: ImportThread,
    private readonly drafts: DraftsService,
  ) {}

  /** Throws `InvalidInput` for what is no .docx that can be read, and refuses one with a secrecy mark. */
  async read(by: Account, bytes: Buffer = Buffer.alloc(0)): Promise<ImportedDraft> {
    const { pieces, dropped } = await this.thread.read(bytes);
    const { values, found, left, signer } = recognise(pieces);
    // A stamp may stand where nothing is taken from.
    requireUnclassified({ ...values, body: pieces.map(markdownOf).map(plainLines).join('\n') });
    const empty = emptyDraft(values.symbol || `${by.office.head.symbol}-`);
    const mandates = await this.drafts.mandates(by);
    const isSigner = (name: string) => nameKey(name) === nameKey(signer ?? '');
    const mandate = mandates.find(({ account }) => isSigner(account.fullName));
    const draft = {
      ...values,
      symbol: values.symbol || empty.symbol,
      copies: values.copies.length > 0 ? values.copies : empty.copies,
      mandateId: mandate?.id ?? '',
    };
    return { draft, found, left, dropped };
  }
}

const plainLines = (markdown: string) => markdown.replaceAll(/[*#]/g, '').replaceAll('|', '\n');
