import { Controller, Get, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ImportDraftPage } from '../../../templates/dispatches/import-draft.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { nameKey } from '../../directory/name-key.ts';
import { DraftsService } from '../../dispatches/drafts.service.ts';
import { formErrors } from '../../web/form.ts';
import { InvalidInput } from '../../web/invalid-input.ts';
import { page } from '../../web/page.tsx';
import { Upload } from '../../web/upload.ts';
import { ComposePage } from '../compose-page.tsx';
import { emptyDraft, requireUnclassified } from '../draft-form.ts';
import { markdownOf } from '../word/markdown-of.ts';
import { ImportThread } from './import-thread.ts';
import { recognise } from './recognise.ts';

const plainLines = (markdown: string) => markdown.replaceAll(/[*#]/g, '').replaceAll('|', '\n');

const MAX_FILE_BYTES = 10_000_000;

/** A draft that was written in Word: shown in the form with what did not fit, stored only when it is saved there. */
@Controller('dispatches/import')
@Allow(['drafter', 'clerk'])
@ApiExcludeController()
export class ImportPages {
  constructor(
    private readonly thread: ImportThread,
    private readonly drafts: DraftsService,
    private readonly composing: ComposePage,
  ) {}

  @Get()
  index(@By() by: Account): string {
    return this.ask(by);
  }

  @Post()
  @Upload('file', MAX_FILE_BYTES)
  async take(
    @By() by: Account,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    try {
      return await this.show(by, file?.buffer ?? Buffer.alloc(0));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(422);
      return this.ask(by, Object.values(formErrors(error))[0]);
    }
  }

  private async show(by: Account, bytes: Buffer): Promise<string> {
    const { pieces, dropped } = await this.thread.read(bytes);
    const { values, found, left, signer } = recognise(pieces);
    // A stamp may stand where nothing is taken from.
    requireUnclassified({ ...values, body: pieces.map(markdownOf).map(plainLines).join('\n') });
    const empty = emptyDraft(values.symbol || `${by.office.code}-`);
    const mandates = await this.drafts.mandates(by);
    const mandate = mandates.find(
      ({ account }) => nameKey(account.fullName) === nameKey(signer ?? ''),
    );
    const draft = {
      ...values,
      symbol: values.symbol || empty.symbol,
      copies: values.copies.length > 0 ? values.copies : empty.copies,
      mandateId: mandate?.id ?? '',
    };
    return this.composing.show(by, draft, { imported: { found, left, dropped } });
  }

  private ask(by: Account, problem?: string): string {
    return page(
      { title: 'Lấy từ tệp Word', account: by, current: 'dispatches' },
      <ImportDraftPage problem={problem} />,
    );
  }
}
