import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AgencyPage } from '../../../../templates/office/directory/over-time/agency.tsx';
import { By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { PageOf } from './agencies.schemas.ts';
import { AgenciesService, PAGE_SIZE } from './agencies.service.ts';

@Controller('directory/agencies')
@ApiExcludeController()
export class AgenciesPages {
  constructor(private readonly agencies: AgenciesService) {}

  @Get(':id')
  async one(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageOf }) { page: at }: PageOf,
  ): Promise<string> {
    const life = await this.agencies.life(by, id, at);
    return page(
      { title: life.agency.name, account: by, current: 'directory' },
      <AgencyPage
        {...life}
        page={at}
        pageSize={PAGE_SIZE}
        mayChange={by.roles.includes('clerk')}
      />,
    );
  }
}
