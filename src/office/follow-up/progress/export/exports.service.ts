import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { Config } from '../../../../platform/config/config.ts';
import type { Dispatch } from '../../../dispatches/dispatch.entity.ts';
import { followersOf } from '../../../dispatches/followers.ts';
import { fontFilesIn } from '../../../../engines/page/fonts/font-family.ts';
import { record } from '../../../journal/journal.ts';
import { RecallService } from '../../../recipients/recalls/recall.service.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { RecipientsService, type ListedRecipient } from '../recipients.service.ts';
import type { RecipientFilter } from '../tracking.schemas.ts';
import { TrackingService } from '../tracking.service.ts';
import { recipientCsv } from './recipient-csv.ts';
import { recipientXlsx } from './recipient-xlsx.ts';
import { statusReport } from './status-report.ts';

/** Files that leave the system; that they did is in the journal. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly tracking: TrackingService,
    private readonly lists: RecipientsService,
    private readonly recalls: RecallService,
  ) {}

  async csv(by: Account, id: string, filter: RecipientFilter) {
    const { dispatch, recipients } = await this.leaving(by, id, filter, 'csv');
    return { dispatch, bytes: recipientCsv(recipients) };
  }

  async xlsx(by: Account, id: string, filter: RecipientFilter) {
    const { dispatch, recipients } = await this.leaving(by, id, filter, 'xlsx');
    return { dispatch, bytes: await recipientXlsx(recipients) };
  }

  async report(by: Account, id: string): Promise<{ dispatch: Dispatch; pdf: Buffer }> {
    const dispatch = await this.tracking.find(by, id);
    if (dispatch.state !== 'issued') {
      throw new RuleViolation(
        'not-issued',
        'Văn bản chưa được phát hành nên chưa có gì để báo cáo. Phát hành rồi in lại.',
      );
    }
    const progress = await this.tracking.progress(id);
    const late = await this.lists.all(id, { late: true, page: 1 });
    const recall = await this.recalls.counts(id);
    const followers = await followersOf(this.database.manager, id);
    const { fontFolder } = this.config;
    const fonts = fontFolder === undefined ? {} : { fonts: fontFilesIn(fontFolder) };
    const pdf = statusReport({
      office: by.office,
      dispatch,
      progress,
      late,
      recall,
      followers,
      at: new Date(),
      ...fonts,
    });
    return { dispatch, pdf };
  }

  private async leaving(
    by: Account,
    id: string,
    filter: RecipientFilter,
    format: 'csv' | 'xlsx',
  ): Promise<{ dispatch: Dispatch; recipients: ListedRecipient[] }> {
    const dispatch = await this.tracking.find(by, id);
    const recipients = await this.lists.all(id, filter);
    await record(this.database.manager, by, 'exported', id, {
      format,
      recipients: recipients.length,
    });
    return { dispatch, recipients };
  }
}
