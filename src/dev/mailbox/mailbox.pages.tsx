import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { MailPage } from '../../../templates/dev/mailbox/show.tsx';
import { MailboxPage } from '../../../templates/dev/mailbox/index.tsx';
import { By } from '../../office/accounts/access.ts';
import type { Account } from '../../office/accounts/account.entity.ts';
import { page } from '../../platform/web/page.tsx';
import { Public } from '../../platform/web/public.ts';
import { Mailbox, type MailSummary } from './mailbox.ts';
import { viewOf } from './mail-view.ts';
import { pageNumber } from '../../platform/web/schema.ts';

const PAGE_SIZE = 50;
const SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

const MailId = z.coerce.number().int().positive();
const Position = z.coerce.number().int().nonnegative();
const MailFilter = z.object({
  q: z.string().trim().max(100).optional(),
  page: pageNumber,
});
type MailFilter = z.infer<typeof MailFilter>;

@Controller('mailbox')
@ApiExcludeController()
@Public()
export class MailboxPages {
  constructor(private readonly mailbox: Mailbox) {}

  @Get()
  index(@By() by: Account | undefined, @Query({ schema: MailFilter }) filter: MailFilter): string {
    const skip = (filter.page - 1) * PAGE_SIZE;
    const found = this.mailbox.list({ search: filter.q, skip, limit: PAGE_SIZE });
    return page(
      { title: 'Hộp thư thử nghiệm', account: by },
      <MailboxPage {...found} filter={filter} pageSize={PAGE_SIZE} />,
    );
  }

  @Get(':id')
  async show(
    @By() by: Account | undefined,
    @Param('id', { schema: MailId }) id: number,
  ): Promise<string> {
    const summary = this.find(id);
    const view = viewOf(await this.mailbox.read(id));
    return page(
      { title: summary.subject || 'Thư không có tiêu đề', account: by },
      <MailPage {...{ summary, view }} />,
    );
  }

  /** For the frame: its links open outside it, and nothing in it runs or is fetched. */
  @Get(':id/html')
  async html(
    @Param('id', { schema: MailId }) id: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    this.find(id);
    const { html } = await this.mailbox.read(id);
    if (!html) throw new NotFoundException();
    response
      .type('html')
      .setHeader(
        'Content-Security-Policy',
        `${SANDBOX}; sandbox allow-popups allow-popups-to-escape-sandbox`,
      );
    return `<!doctype html><base target="_blank">${html}`;
  }

  @Get(':id/raw')
  async raw(@Param('id', { schema: MailId }) id: number, @Res() response: Response): Promise<void> {
    this.find(id);
    response.type('text/plain').send(await this.mailbox.raw(id));
  }

  @Get(':id/attachments/:position')
  async attachment(
    @Param('id', { schema: MailId }) id: number,
    @Param('position', { schema: Position }) position: number,
    @Res() response: Response,
  ): Promise<void> {
    this.find(id);
    const attachment = (await this.mailbox.read(id)).attachments[position];
    if (!attachment) throw new NotFoundException();
    response.attachment(attachment.filename ?? `tep-dinh-kem-${position + 1}`);
    response
      .setHeader('Content-Security-Policy', `${SANDBOX}; sandbox`)
      .setHeader('Content-Type', 'application/octet-stream')
      .send(attachment.content);
  }

  private find(id: number): MailSummary {
    const mail = this.mailbox.find(id);
    if (!mail) throw new NotFoundException();
    return mail;
  }
}
