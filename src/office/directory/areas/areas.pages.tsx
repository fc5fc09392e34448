import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AreaPage } from '../../../../templates/office/directory/areas/area.tsx';
import { AreasPage } from '../../../../templates/office/directory/areas/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { isKeeper, KEEPERS } from '../keepers.ts';
import { AreaDraft, AreaFilter, AreaMove, EndArea, FromDistricts } from './areas.schemas.ts';
import { AreasService, PAGE_SIZE } from './areas.service.ts';

const INDEX = '/directory/areas';

@Controller('directory/areas')
@ApiExcludeController()
export class AreasPages {
  constructor(private readonly areas: AreasService) {}

  @Get()
  index(@By() by: Account): Promise<string> {
    return this.list(by);
  }

  @Post()
  @Allow(KEEPERS)
  add(@By() by: Account, @Body() body: unknown, @Res({ passthrough: true }) response: Response) {
    return submit(response, {
      schema: AreaDraft,
      body,
      act: ({ name }) => this.areas.add(by, name),
      next: (id) => `${INDEX}/${id}`,
      again: (errors) => this.list(by, typedText(body), errors),
    });
  }

  @Post('from-districts')
  @Allow(KEEPERS)
  draw(@By() by: Account, @Body() body: unknown, @Res({ passthrough: true }) response: Response) {
    return submit(response, {
      schema: FromDistricts,
      body,
      act: (chosen) => this.areas.drawDistricts(by, chosen),
      next: INDEX,
      again: (errors) => this.list(by, typedText(body), errors),
    });
  }

  @Get(':id')
  one(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: AreaFilter }) filter: AreaFilter,
  ): Promise<string> {
    return this.show(by, id, filter.page);
  }

  @Post(':id')
  @Allow(KEEPERS)
  rename(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    return submit(response, {
      schema: AreaDraft,
      body,
      act: ({ name }) => this.areas.rename(by, id, name),
      next: `${INDEX}/${id}`,
      again: (errors) => this.show(by, id, 1, typedText(body), errors),
    });
  }

  @Post(':id/removal')
  @Allow(KEEPERS)
  async remove(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.areas.remove(by, id);
    response.redirect(303, INDEX);
  }

  @Post(':id/end')
  @Allow(KEEPERS)
  end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    const endFrom = typedText(body).from ?? '';
    return submit(response, {
      schema: EndArea,
      body,
      act: ({ from }) => this.areas.end(by, id, from),
      next: `${INDEX}/${id}`,
      again: (errors) => this.show(by, id, 1, { endFrom }, atEnd(errors)),
    });
  }

  @Post(':id/reopening')
  @Allow(KEEPERS)
  async reopen(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.areas.reopen(by, id);
    response.redirect(303, `${INDEX}/${id}`);
  }

  @Post(':id/agencies')
  @Allow(KEEPERS)
  move(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    const typed = typedText(body);
    return submit(response, {
      schema: AreaMove,
      body,
      act: (move) =>
        typed.way === 'out' ? this.areas.takeOut(by, id, move) : this.areas.place(by, id, move),
      next: `${INDEX}/${id}`,
      again: (errors) => this.show(by, id, 1, typed, errors),
    });
  }

  private async list(
    by: Account,
    typed: Record<string, string> = {},
    errors: FormErrors = {},
  ): Promise<string> {
    const mayChange = isKeeper(by);
    const [areas, districts] = await Promise.all([
      this.areas.list(by.officeId),
      mayChange ? this.areas.districts(by.officeId) : [],
    ]);
    const today = vietnamDate(new Date());
    return page(
      { title: 'Khu vực', account: by, current: 'directory' },
      <AreasPage {...{ areas, districts, typed, errors, mayChange, today }} />,
    );
  }

  private async show(
    by: Account,
    id: string,
    at: number,
    typed: Record<string, string> = {},
    errors: FormErrors = {},
  ): Promise<string> {
    const area = await this.areas.view(by, id, at);
    return page(
      { title: area.name, account: by, current: 'directory' },
      <AreaPage
        {...{ area, typed, errors }}
        page={at}
        pageSize={PAGE_SIZE}
        today={vietnamDate(new Date())}
        mayChange={isKeeper(by)}
      />,
    );
  }
}

/** The page has two days, each with its own fault. */
const atEnd = ({ from, ...errors }: FormErrors): FormErrors => ({
  ...errors,
  ...(from && { endFrom: from }),
});
