import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Mandate } from '../accounts/mandate.entity.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { DraftDispatch } from '../dispatches/dispatch.schemas.ts';
import { sendPdf } from '../dispatches/send-pdf.ts';
import { documentOf } from '../documents/dispatch-document.ts';
import { RenderThread } from '../documents/render-thread.ts';

/** The real page of a draft as it stands in the form; nothing is stored. */
@Controller()
@ApiTags('dispatches')
export class PreviewController {
  constructor(
    private readonly database: DataSource,
    private readonly renderer: RenderThread,
  ) {}

  @Post('documents/preview')
  @ApiExcludeEndpoint()
  @Allow(['drafter', 'clerk'])
  @HttpCode(200)
  page(
    @By() by: Account,
    @Body({ schema: DraftDispatch }) draft: DraftDispatch,
    @Res() response: Response,
  ): Promise<void> {
    return this.show(by, draft, response);
  }

  @Post('api/documents/preview')
  @Allow(['drafter', 'clerk'])
  @HttpCode(200)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async show(
    @By() by: Account,
    @Body({ schema: DraftDispatch }) draft: DraftDispatch,
    @Res() response: Response,
  ): Promise<void> {
    const dispatch = await this.unsaved(by, draft);
    const { pdf } = await this.renderer.render(documentOf(dispatch));
    sendPdf(response, { dispatch, pdf });
  }

  private async unsaved(by: Account, draft: DraftDispatch): Promise<Dispatch> {
    const { abstract, symbol, urgency, body, mandateId } = draft;
    const mandate =
      mandateId === undefined
        ? null
        : await this.database.manager.findOne(Mandate, {
            where: { id: mandateId, account: { officeId: by.officeId } },
            relations: { account: true },
          });
    const lines = (['addressee', 'copy'] as const).flatMap((section) =>
      draft[section === 'addressee' ? 'addressees' : 'copies'].map(({ text }) => ({
        section,
        text,
      })),
    );
    return this.database.manager.create(Dispatch, {
      ...{ abstract, symbol, urgency, body, mandate, lines },
      office: by.office,
      number: null,
      issuedOn: null,
    });
  }
}
