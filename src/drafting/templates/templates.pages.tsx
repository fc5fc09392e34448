import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { TemplatesPage } from '../../../templates/dispatches/draft-templates.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { formErrors } from '../../web/form.ts';
import { InvalidInput } from '../../web/invalid-input.ts';
import { page } from '../../web/page.tsx';
import { Id, parse } from '../../web/schema.ts';
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
  ): Promise<string | void> {
    return this.change(by, response, () => this.templates.keep(by, parse(NewTemplate, body)));
  }

  @Post(':id')
  rename(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | void> {
    return this.change(by, response, async () => {
      await this.templates.find(by, id);
      await this.templates.rename(by, id, parse(TemplateName, body).name);
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

  private async change(by: Account, response: Response, act: () => Promise<unknown>) {
    try {
      await act();
      response.redirect(303, '/templates');
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(422);
      return this.show(by, Object.values(formErrors(error))[0]);
    }
  }

  private async show(by: Account, problem?: string): Promise<string> {
    const templates = await this.templates.list(by);
    return page(
      { title: 'Mẫu văn bản', account: by, current: 'dispatches' },
      <TemplatesPage {...{ templates, problem }} />,
    );
  }
}
