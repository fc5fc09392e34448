import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By, Scoped } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { Refuses } from '../../../../platform/web/refuses.ts';
import { Returns } from '../../../../platform/web/returns.ts';
import { Id } from '../../../../platform/web/schema.ts';
import { NewTemplate, TemplateName, TemplateView } from './template.schemas.ts';
import { TemplatesService } from './templates.service.ts';

@Controller('api/templates')
@ApiTags('dispatches')
@Allow(['drafter', 'clerk'])
@Scoped('draft')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Returns(z.array(TemplateView))
  index(@By() by: Account) {
    return this.templates.list(by);
  }

  @Post()
  @Refuses('restricted-template')
  @Returns(TemplateView, 201)
  keep(@By() by: Account, @Body({ schema: NewTemplate }) input: NewTemplate) {
    return this.templates.keep(by, input);
  }

  @Put(':id')
  @Returns(TemplateView)
  rename(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: TemplateName }) { name }: TemplateName,
  ) {
    return this.templates.rename(by, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.templates.remove(by, id);
  }
}
