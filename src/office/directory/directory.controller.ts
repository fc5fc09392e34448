import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, By, Scoped } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Returns } from '../../platform/web/returns.ts';
import { Id } from '../../platform/web/schema.ts';
import { AgencyImport } from './importing/agency-import.ts';
import { AgencyFilter, AgencyPage, GroupView, ImportResult } from './directory.schemas.ts';
import { DirectoryService } from './directory.service.ts';
import { Refuses } from '../../platform/web/refuses.ts';
import { UPLOAD_PROBLEMS } from '../../platform/problems/problems.ts';

@Controller('api')
@ApiTags('directory')
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly imports: AgencyImport,
  ) {}

  @Get('agencies')
  @Returns(AgencyPage)
  agencies(@By() by: Account, @Query({ schema: AgencyFilter }) filter: AgencyFilter) {
    return this.directory.list(by.officeId, filter);
  }

  @Get('groups')
  @Returns(z.array(GroupView))
  groups(@By() by: Account) {
    return this.directory.groups(by.officeId);
  }

  @Post('agencies/import')
  @Allow(['clerk'])
  @Scoped('directory')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @Returns(ImportResult, 201)
  @Refuses(...UPLOAD_PROBLEMS)
  import(@By() by: Account, @Req() request: Request) {
    return this.imports.run(by, typeof request.body === 'string' ? request.body : '');
  }

  @Post('agencies/:id/address-confirmation')
  @Allow(['clerk'])
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  trustAddress(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.directory.trustAddress(by, id);
  }
}
