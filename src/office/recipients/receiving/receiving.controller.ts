import { Body, Controller, HttpCode, Param, Post, UploadedFile } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { AnswerRecall, RecallAnswerView } from '../recalls/recall.schemas.ts';
import { Public } from '../../../platform/web/public.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Upload } from '../../../platform/web/upload.ts';
import { presence } from '../../journal/person.ts';
import { AcknowledgementsService } from './acknowledgements.service.ts';
import { evidenceFrom, MAX_EVIDENCE_BYTES } from './evidence-upload.ts';
import {
  Acknowledge,
  AcknowledgementView,
  Refuse,
  RefusalView,
  Report,
  StatusView,
} from './receiving.schemas.ts';
import { ReceivingService } from './receiving.service.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { UPLOAD_PROBLEMS } from '../../../platform/problems/problems.ts';

/** The recipient's verbs for an agency's own system; the token is that of its link. */
@Controller('api')
@ApiTags('receiving')
@Public()
export class ReceivingController {
  constructor(
    private readonly receiving: ReceivingService,
    private readonly acknowledgements: AcknowledgementsService,
  ) {}

  @Post('acknowledgements/:token')
  @HttpCode(200)
  @Returns(AcknowledgementView)
  @Refuses('not-the-successor', 'recalled')
  async acknowledge(
    @Param('token') token: string,
    @Body({ schema: Acknowledge }) input: Acknowledge,
  ) {
    const { recipient, acknowledgement } = await this.acknowledgements.acknowledge({
      holder: token,
      how: 'api',
      input,
      presence: presence(input),
    });
    const { acknowledgedAt, fileSha256, name, post } = acknowledgement;
    return { acknowledgedAt, fileSha256, name, post, recipient: recipient.name };
  }

  @Post('refusals/:token')
  @HttpCode(200)
  @Returns(RefusalView)
  @Refuses('already-acknowledged', 'recalled')
  async refuse(@Param('token') token: string, @Body({ schema: Refuse }) input: Refuse) {
    const { recipient, refusals } = await this.receiving.refuse(token, 'api', input);
    const { refusedAt, reason } = refusals.at(-1)!;
    return { refusedAt, reason, recipient: recipient.name };
  }

  @Post('reports/:token')
  @HttpCode(200)
  @Upload('file', MAX_EVIDENCE_BYTES)
  @ApiConsumes('application/json', 'multipart/form-data')
  @Returns(StatusView)
  @Refuses('not-the-successor', 'recalled', ...UPLOAD_PROBLEMS)
  async report(
    @Param('token') token: string,
    @Body({ schema: Report }) input: Report,
    @UploadedFile() upload?: { buffer: Buffer },
  ) {
    const file = evidenceFrom(upload);
    const { recipient, status, reply } = await this.receiving.report(token, 'api', input, file);
    return { recipient: recipient.name, status: status!, repliedAt: reply?.repliedAt ?? null };
  }

  @Post('recall-answers/:token')
  @HttpCode(200)
  @Returns(RecallAnswerView)
  @Refuses('already-agreed', 'not-recalled')
  async answerRecall(
    @Param('token') token: string,
    @Body({ schema: AnswerRecall }) input: AnswerRecall,
  ) {
    const { recipient, recall } = await this.receiving.answerRecall(token, 'api', input);
    const { status, isRemoved } = recall!;
    return { recipient: recipient.name, status, isRemoved };
  }
}
