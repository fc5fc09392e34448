import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { VersionsPage } from '../../../../../templates/office/dispatches/versions.tsx';
import { By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { DispatchesService } from '../../dispatches.service.ts';
import { DraftsService } from '../../drafts.service.ts';
import { page } from '../../../../platform/web/page.tsx';
import { Id } from '../../../../platform/web/schema.ts';
import { compare } from './compare.ts';
import { Compared } from './versions.schemas.ts';

@Controller('dispatches/:id/versions')
@ApiExcludeController()
export class VersionsPages {
  constructor(
    private readonly dispatches: DispatchesService,
    private readonly drafts: DraftsService,
  ) {}

  @Get()
  async index(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Compared }) compared: Compared,
  ): Promise<string> {
    const dispatch = await this.dispatches.read(by, id);
    const versions = await this.drafts.versions(by, id);
    const after = versions.find(({ revision }) => revision === compared.to) ?? versions[0];
    const before =
      versions.find(({ revision }) => revision === compared.from) ??
      versions.find(({ revision }) => revision < (after?.revision ?? 0));
    const parts = before && after && compare(before.content, after.content);
    return page(
      { title: 'Các lần lưu', account: by, current: 'dispatches' },
      <VersionsPage {...{ dispatch, versions, before, after, parts }} />,
    );
  }
}
