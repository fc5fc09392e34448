import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { By, Fresh, OwnAccount, Scoped } from '../access.ts';
import type { Account } from '../account.entity.ts';
import { ApiKeyView, CreatedApiKey, NewApiKey } from './api-key.schemas.ts';
import { ApiKeysService } from './api-keys.service.ts';

/** Keys make no keys: a person does, who has signed in. */
@Controller('api/keys')
@ApiTags('keys')
@Scoped('person')
@OwnAccount()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Returns(z.array(ApiKeyView))
  index(@By() by: Account) {
    return this.keys.list(by);
  }

  @Post()
  @Fresh()
  @Returns(CreatedApiKey, 201)
  create(@By() by: Account, @Body({ schema: NewApiKey }) input: NewApiKey) {
    return this.keys.create(by, input);
  }

  @Delete(':id')
  @HttpCode(204)
  revoke(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.keys.revoke(by, id);
  }
}
