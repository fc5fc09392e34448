import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Id } from '../../../platform/web/schema.ts';
import { sendStream } from '../../../platform/web/send-stream.ts';
import { EvidenceService } from './evidence.service.ts';
import { zipStream } from './zip-stream.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { SIGNING_PROBLEMS } from '../../../platform/problems/problems.ts';

@Controller()
@ApiTags('dispatches')
@Allow(['clerk', 'leader'])
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  /** One ZIP with all that proves who got this dispatch, and what checks it without us. */
  @Get('api/dispatches/:id/evidence')
  @ApiProduces('application/zip')
  @ApiOkResponse({ content: { 'application/zip': {} } })
  @Refuses('not-issued', ...SIGNING_PROBLEMS)
  async download(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { name, files } = await this.evidence.bundle(by, id);
    response.type('application/zip').attachment(`${name}.zip`);
    await sendStream(response, zipStream(files));
  }

  @Get('dispatches/:id/evidence.zip')
  @ApiExcludeEndpoint()
  page(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.download(by, id, response);
  }
}
