import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiKeyForm, ApiKeyOnce } from '../../../../templates/office/accounts/api-key.tsx';
import { check, typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { By, Fresh, OwnAccount } from '../access.ts';
import type { Account } from '../account.entity.ts';
import { NewApiKey } from './api-key.schemas.ts';
import { ApiKeysService } from './api-keys.service.ts';

@Controller('account/keys')
@ApiExcludeController()
@OwnAccount()
export class ApiKeysPages {
  constructor(private readonly keys: ApiKeysService) {}

  @Get('new')
  @Fresh()
  new(@By() by: Account): string {
    return form(by, { days: '90' });
  }

  @Post()
  @Fresh()
  async create(
    @By() by: Account,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { values, errors } = check(NewApiKey, body);
    response.setHeader('Cache-Control', 'no-store');
    if (errors) {
      response.status(422);
      return form(by, typedText(body), errors);
    }
    const created = await this.keys.create(by, values);
    return page({ title: 'Khóa mới', account: by }, <ApiKeyOnce created={created} />);
  }

  @Post(':id/revocation')
  async revoke(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.keys.revoke(by, id);
    response.redirect(303, '/account');
  }
}

const form = (by: Account, values: Record<string, string>, errors: FormErrors = {}) =>
  page({ title: 'Tạo khóa', account: by }, <ApiKeyForm {...{ values, errors }} />);
