import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../web/public.ts';
import { Returns } from '../web/returns.ts';
import { AcknowledgementsService } from './acknowledgements.service.ts';

const AcknowledgementView = z
  .object({
    recipient: z.string(),
    acknowledgedAt: z
      .date()
      .transform((at) => at.toISOString())
      .pipe(z.iso.datetime()),
    fileSha256: z.string(),
  })
  .meta({ id: 'Acknowledgement' });

@Controller('api/acknowledgements')
@ApiTags('acknowledgements')
@Public()
export class AcknowledgementsController {
  constructor(private readonly acknowledgements: AcknowledgementsService) {}

  @Post(':token')
  @HttpCode(200)
  @Returns(AcknowledgementView)
  async create(@Param('token') token: string) {
    const { recipient, acknowledgement } = await this.acknowledgements.acknowledge(token);
    const { acknowledgedAt, fileSha256 } = acknowledgement!;
    return { acknowledgedAt, fileSha256, recipient: recipient.name };
  }
}
