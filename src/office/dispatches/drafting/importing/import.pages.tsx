import { Controller, Get, HttpCode, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ImportDraftPage } from '../../../../../templates/office/dispatches/import-draft.tsx';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { formErrors } from '../../../../platform/web/form.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import { page } from '../../../../platform/web/page.tsx';
import { Upload } from '../../../../platform/web/upload.ts';
import { ComposePage } from '../compose-page.tsx';
import { ImportService, MAX_FILE_BYTES } from './import.service.ts';

/** A file of Word, shown in the form with what did not fit; stored only when it is saved there. */
@Controller('dispatches/import')
@Allow(['drafter', 'clerk'])
@ApiExcludeController()
export class ImportPages {
  constructor(
    private readonly importing: ImportService,
    private readonly composing: ComposePage,
  ) {}

  @Get()
  index(@By() by: Account): string {
    return this.ask(by);
  }

  @Post()
  @HttpCode(200)
  @Upload('file', MAX_FILE_BYTES)
  async take(
    @By() by: Account,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    try {
      const { draft, ...imported } = await this.importing.read(by, file?.buffer);
      return await this.composing.show(by, draft, { imported });
    } catch (error) {
      if (error instanceof RuleViolation && error.code === 'classified') {
        response.status(409);
        return this.composing.refused(by, error.message);
      }
      if (!(error instanceof InvalidInput)) throw error;
      response.status(422);
      return this.ask(by, Object.values(formErrors(error))[0]);
    }
  }

  private ask(by: Account, problem?: string): string {
    return page(
      { title: 'Lấy từ tệp Word', account: by, current: 'dispatches' },
      <ImportDraftPage problem={problem} />,
    );
  }
}
