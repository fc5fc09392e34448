import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { KindForm } from '../../../../templates/office/directory/kinds/form.tsx';
import { KindsPage } from '../../../../templates/office/directory/kinds/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { submit } from '../../../platform/web/submit.ts';
import { isKeeper, KEEPERS } from '../keepers.ts';
import { AddKind, ChangeKind, KindCode } from './kinds.schemas.ts';
import { KindsService } from './kinds.service.ts';
import { OFFERED_NAMES } from './usual-kinds.ts';

@Controller('directory/kinds')
@ApiExcludeController()
export class KindsPages {
  constructor(private readonly kinds: KindsService) {}

  @Get()
  async index(@By() by: Account): Promise<string> {
    return page(
      { title: 'Loại cơ quan', account: by, current: 'directory' },
      <KindsPage kinds={await this.kinds.views(by.officeId)} mayChange={isKeeper(by)} />,
    );
  }

  @Get('new')
  @Allow(KEEPERS)
  blank(@By() by: Account): Promise<string> {
    return this.form(by, {});
  }

  @Post()
  @Allow(KEEPERS)
  add(@By() by: Account, @Body() body: unknown, @Res({ passthrough: true }) response: Response) {
    return submit(response, {
      schema: AddKind,
      body,
      act: (input) => this.kinds.add(by, input),
      next: '/directory/kinds',
      again: (errors) => this.form(by, typedText(body), errors),
    });
  }

  @Get(':kind/edit')
  @Allow(KEEPERS)
  async edit(
    @By() by: Account,
    @Param('kind', { schema: KindCode }) code: string,
  ): Promise<string> {
    const { name, validFrom, validTo } = await this.kinds.find(by, code);
    return this.form(by, { name, validFrom: validFrom ?? '', validTo: validTo ?? '' }, {}, code);
  }

  @Post(':kind')
  @Allow(KEEPERS)
  change(
    @By() by: Account,
    @Param('kind', { schema: KindCode }) code: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    return submit(response, {
      schema: ChangeKind,
      body,
      act: (input) => this.kinds.rewrite(by, code, input),
      next: '/directory/kinds',
      again: (errors) => this.form(by, typedText(body), errors, code),
    });
  }

  @Post(':kind/removal')
  @Allow(KEEPERS)
  async remove(
    @By() by: Account,
    @Param('kind', { schema: KindCode }) code: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.kinds.remove(by, code);
    response.redirect(303, '/directory/kinds');
  }

  private async form(
    by: Account,
    typed: Record<string, string>,
    errors: FormErrors = {},
    code?: string,
  ): Promise<string> {
    const kinds = await this.kinds.list(by.officeId);
    const names = kinds.map(({ name }) => name);
    const offered = OFFERED_NAMES.filter((name) => !names.includes(name));
    return page(
      { title: code ? 'Sửa loại' : 'Loại mới', account: by, current: 'directory' },
      <KindForm {...{ typed, errors, kinds, code, offered }} />,
    );
  }
}
