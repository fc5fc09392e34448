import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { InventoryPage } from '../../../../templates/office/administration/personal-data/index.tsx';
import {
  ErasedPage,
  PersonPage,
} from '../../../../templates/office/administration/personal-data/person.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { check, formErrors, typedText, type FormErrors } from '../../../platform/web/form.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { page } from '../../../platform/web/page.tsx';
import { parse } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { ExtractService } from './extract.service.ts';
import { HOLDINGS } from './inventory.ts';
import { PersonalDataService } from './personal-data.service.ts';
import { EraseOf, ExtractOf, SetRetention, Whom } from './personal-data.schemas.ts';
import { RetentionService } from './retention.service.ts';
import { saidOf } from './said.ts';
import { sendExtract } from './send-extract.ts';

type Typed = Record<string, string>;

/** What is kept of persons. Who is asked about is never in an address: those are logged. */
@Controller('personal-data')
@ApiExcludeController()
@Allow(['administrator'])
export class PersonalDataPages {
  constructor(
    private readonly data: PersonalDataService,
    private readonly extracts: ExtractService,
    private readonly retention: RetentionService,
  ) {}

  @Get()
  show(@By() by: Account): Promise<string> {
    return this.inventory(by);
  }

  @Post('retention')
  set(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: SetRetention,
      body,
      act: (input) => this.retention.set(by, input),
      next: '/personal-data',
      again: (errors) => this.inventory(by, typedText(body), errors),
    });
  }

  @Post('search')
  @HttpCode(200)
  search(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.answer(by, body, response, async () => {
      return this.person(by, typedText(body));
    });
  }

  @Post('extract')
  @HttpCode(200)
  async extract(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res() response: Response,
  ): Promise<void> {
    const shown = await this.answer(by, body, response, async () => {
      const { values, errors } = check(ExtractOf, body);
      if (errors) return this.again(by, body, response, errors);
      await sendExtract(response, values.format, await this.extracts.make(by, values));
      return undefined;
    });
    if (shown !== undefined) response.send(shown);
  }

  @Post('erasure')
  @HttpCode(200)
  erase(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.answer(by, body, response, async () => {
      const { values, errors } = check(EraseOf, body);
      if (errors) return this.again(by, body, response, errors);
      const rows = await this.data.erase(by, values);
      const erased = HOLDINGS.filter(({ name }) => rows[name]).map(({ name, what }) => ({
        what,
        rows: rows[name]!,
      }));
      return this.page(by, 'Đã xóa', <ErasedPage erased={erased} />);
    });
  }

  /** What is wrong is said on the page that can be sent again. */
  private async answer(
    by: Account,
    body: Record<string, unknown>,
    response: Response,
    act: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    response.setHeader('Cache-Control', 'no-store');
    try {
      return await act();
    } catch (error) {
      if (error instanceof InvalidInput) {
        response.status(422);
        return this.inventory(by, typedText(body), formErrors(error));
      }
      if (!(error instanceof RuleViolation)) throw error;
      response.status(409);
      return this.person(by, typedText(body), { form: error.message });
    }
  }

  private again(
    by: Account,
    body: Record<string, unknown>,
    response: Response,
    errors: FormErrors,
  ): Promise<string> {
    response.status(422);
    return this.person(by, typedText(body), errors);
  }

  private async person(by: Account, typed: Typed, errors: FormErrors = {}): Promise<string> {
    const found = await this.data.find(by, parse(Whom, typed));
    const held = found.found.map((one) => ({ ...one, ...saidOf(one) }));
    return this.page(
      by,
      'Dữ liệu của một người',
      <PersonPage {...{ typed, errors, held }} inUse={found.inUse} seal={found.seal} />,
    );
  }

  private async inventory(by: Account, typed: Typed = {}, errors: FormErrors = {}) {
    const holdings = (await this.data.inventory(by)).map((one) => ({ ...one, ...saidOf(one) }));
    const retention = await this.retention.find(by);
    return this.page(
      by,
      'Dữ liệu cá nhân',
      <InventoryPage {...{ holdings, retention, typed, errors }} />,
    );
  }

  private page(by: Account, title: string, content: Parameters<typeof page>[1]): string {
    return page({ title, account: by, current: 'personal-data' }, content);
  }
}
