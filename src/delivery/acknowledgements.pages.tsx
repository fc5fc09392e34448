import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AcknowledgePage } from '../../templates/delivery/acknowledge.tsx';
import { reference } from '../dispatches/printed-number.ts';
import { sendPdf } from '../dispatches/send-pdf.ts';
import { page } from '../web/page.tsx';
import { Public } from '../web/public.ts';
import { AcknowledgementsService } from './acknowledgements.service.ts';

/** The page behind the link in the mail. Reading changes nothing: mail scanners open links, too. */
@Controller('a/:token')
@ApiExcludeController()
@Public()
export class AcknowledgementsPages {
  constructor(private readonly acknowledgements: AcknowledgementsService) {}

  @Get()
  async show(@Param('token') token: string, @Res({ passthrough: true }) response: Response) {
    response.setHeader('Cache-Control', 'no-store').setHeader('Referrer-Policy', 'no-referrer');
    const view = await this.acknowledgements.open(token);
    return page(
      { title: reference(view.recipient.dispatch) },
      <AcknowledgePage {...{ ...view, token }} />,
    );
  }

  @Get('document.pdf')
  async file(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const { recipient, bytes } = await this.acknowledgements.file(token);
    sendPdf(response, { dispatch: recipient.dispatch, pdf: bytes });
  }

  @Post('acknowledgement')
  async create(@Param('token') token: string, @Res() response: Response): Promise<void> {
    await this.acknowledgements.acknowledge(token);
    response.redirect(303, `/a/${token}`);
  }
}
