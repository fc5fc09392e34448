import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DirectoryPage } from '../../../templates/office/directory/index.tsx';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { page } from '../../platform/web/page.tsx';
import { Id } from '../../platform/web/schema.ts';
import { AgencyFilter } from './directory.schemas.ts';
import { DirectoryService } from './directory.service.ts';
import { PAGE_SIZE } from './page-of.ts';
import { KindsService } from './kinds/kinds.service.ts';

@Controller('directory')
@ApiExcludeController()
export class DirectoryPages {
  constructor(
    private readonly directory: DirectoryService,
    private readonly kinds: KindsService,
  ) {}

  @Get()
  index(@By() by: Account, @Query({ schema: AgencyFilter }) filter: AgencyFilter): Promise<string> {
    return this.show(by, filter);
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

  private async show(by: Account, filter: AgencyFilter): Promise<string> {
    const [found, kinds, choices, groups] = await Promise.all([
      this.directory.list(by.officeId, filter),
      this.kinds.list(by.officeId),
      this.kinds.toChoose(by.officeId, filter.kind ? [filter.kind] : []),
      this.directory.groups(by.officeId),
    ]);
    return page(
      { title: 'Danh bạ', account: by, current: 'directory' },
      <DirectoryPage
        {...{ ...found, kinds, choices, groups, filter }}
        pageSize={PAGE_SIZE}
        mayImport={by.roles.includes('clerk')}
      />,
    );
  }
}
