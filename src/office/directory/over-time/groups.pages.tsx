import type { TypedGroup } from './typed-group.ts';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { GroupForm } from '../../../../templates/office/directory/over-time/group-form.tsx';
import { GroupPage } from '../../../../templates/office/directory/over-time/group.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { KindsService } from '../kinds/kinds.service.ts';
import type { FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { AsOf, GroupDraft } from './groups.schemas.ts';
import { PAGE_SIZE } from './group-members.ts';
import { GroupsService } from './groups.service.ts';

@Controller('directory/groups')
@ApiExcludeController()
export class GroupsPages {
  constructor(
    private readonly groups: GroupsService,
    private readonly kinds: KindsService,
  ) {}

  @Get('new')
  @Allow(['clerk'])
  blank(@By() by: Account): Promise<string> {
    return this.form(by, { name: '', kinds: [], codes: '' });
  }

  @Post()
  @Allow(['clerk'])
  make(@By() by: Account, @Body() body: unknown, @Res({ passthrough: true }) response: Response) {
    return this.save(by, body, response);
  }

  @Get(':id')
  async one(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: AsOf }) { asOf = vietnamDate(new Date()), page: at }: AsOf,
  ): Promise<string> {
    const [found, kinds] = await Promise.all([
      this.groups.onDay(by, id, asOf, at),
      this.kinds.list(by.officeId),
    ]);
    return page(
      { title: found.group.name, account: by, current: 'directory' },
      <GroupPage
        {...{ ...found, asOf, kinds }}
        page={at}
        pageSize={PAGE_SIZE}
        mayChange={by.roles.includes('clerk')}
      />,
    );
  }

  @Get(':id/edit')
  @Allow(['clerk'])
  async edit(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    const { group, byHand } = await this.groups.find(by, id);
    const { name, kinds } = group;
    return this.form(by, { name, kinds, codes: byHand.join('\n') }, {}, id);
  }

  @Post(':id')
  @Allow(['clerk'])
  change(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.save(by, body, response, id);
  }

  private save(
    by: Account,
    body: unknown,
    response: Response,
    id?: string,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: GroupDraft,
      body,
      act: (group) => this.groups.save(by, group, id),
      next: (saved) => `/directory/groups/${saved}`,
      again: (errors) => {
        const typed = (body ?? {}) as Record<string, string | string[] | undefined>;
        const [name, codes] = [String(typed.name ?? ''), String(typed.codes ?? '')];
        const kinds = [typed.kinds ?? []].flat();
        return this.form(by, { name, kinds, codes }, errors, id);
      },
    });
  }

  private async form(
    by: Account,
    typed: TypedGroup,
    errors: FormErrors = {},
    id?: string,
  ): Promise<string> {
    const kinds = await this.kinds.toChoose(by.officeId, typed.kinds);
    return page(
      { title: 'Nhóm nơi nhận', account: by, current: 'directory' },
      <GroupForm {...{ typed, errors, kinds, id }} />,
    );
  }
}
