import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { TemplatesPage } from '../../../../../templates/office/dispatches/draft-templates.tsx';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { page } from '../../../../platform/web/page.tsx';
import { Id } from '../../../../platform/web/schema.ts';
import { submit } from '../../../../platform/web/submit.ts';
import { NewTemplate, TemplateName } from './template.schemas.ts';
import { TemplatesService } from './templates.service.ts';

@Controller('templates')
@ApiExcludeController()
@Allow(['drafter', 'clerk'])
export class TemplatesPages {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  index(@By() by: Account): Promise<string> {
    return this.show(by);
  }

  @Post()
  keep(
    @By() by: Account,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.change(by, response, NewTemplate, body, (kept) => this.templates.keep(by, kept));
  }

  @Post(':id')
  rename(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.change(by, response, TemplateName, body, async ({ name }) => {
      await this.templates.find(by, id);
      await this.templates.rename(by, id, name);
    });
  }

  @Post(':id/removal')
  async remove(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.templates.remove(by, id);
    response.redirect(303, '/templates');
  }

  private change<S extends z.ZodType>(
    by: Account,
    response: Response,
    schema: S,
    body: unknown,
    act: (values: z.output<S>) => Promise<unknown>,
  ): Promise<string | undefined> {
    return submit(response, {
      schema,
      body,
      act,
      next: '/templates',
      again: (errors) => this.show(by, Object.values(errors)[0]),
    });
  }

  private async show(by: Account, problem?: string): Promise<string> {
    const templates = await this.templates.list(by);
    return page(
      { title: 'Mẫu văn bản', account: by, current: 'dispatches' },
      <TemplatesPage {...{ templates, problem }} />,
    );
  }
}
