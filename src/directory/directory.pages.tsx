import { Controller, Get, Param, Post, Query, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DirectoryPage } from '../../templates/directory/index.tsx';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { InvalidInput } from '../web/invalid-input.ts';
import { page } from '../web/page.tsx';
import { Id } from '../web/schema.ts';
import { textOf, Upload } from '../web/upload.ts';
import { AgencyImport, type ImportCounts } from './agency-import.ts';
import { AgencyFilter } from './directory.schemas.ts';
import { DirectoryService, PAGE_SIZE } from './directory.service.ts';

const MAX_CSV_BYTES = 5_000_000;

@Controller('directory')
@ApiExcludeController()
export class DirectoryPages {
  constructor(
    private readonly directory: DirectoryService,
    private readonly imports: AgencyImport,
  ) {}

  @Get()
  index(@By() by: Account, @Query({ schema: AgencyFilter }) filter: AgencyFilter): Promise<string> {
    return this.show(by, filter);
  }

  @Post('import')
  @Allow(['clerk'])
  @Upload('file', MAX_CSV_BYTES)
  async import(
    @By() by: Account,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    try {
      const imported = await this.imports.run(by, file ? textOf(file.buffer) : '');
      return await this.show(by, { page: 1 }, { imported });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(422);
      return this.show(by, { page: 1 }, { faults: error.errors });
    }
  }

  @Post('agencies/:id/address-confirmation')
  @Allow(['clerk'])
  async trustAddress(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.directory.trustAddress(by, id);
    response.redirect(303, '/directory');
  }

  private async show(
    by: Account,
    filter: AgencyFilter,
    outcome: { imported?: ImportCounts; faults?: InvalidInput['errors'] } = {},
  ): Promise<string> {
    const [found, kinds, groups] = await Promise.all([
      this.directory.list(by.officeId, filter),
      this.directory.kinds(),
      this.directory.groups(by.officeId),
    ]);
    return page(
      { title: 'Danh bạ', account: by, current: 'directory' },
      <DirectoryPage
        {...{ ...found, kinds, groups, filter, ...outcome }}
        pageSize={PAGE_SIZE}
        mayImport={by.role === 'clerk'}
      />,
    );
  }
}
