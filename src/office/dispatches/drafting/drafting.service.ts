import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { numbersFirst } from '../../accounts/office-choices.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { Config } from '../../../platform/config/config.ts';
import { contentSha256, requireContent } from '../content.ts';
import type { Dispatch } from '../dispatch.entity.ts';
import { DispatchesService } from '../dispatches.service.ts';
import { requireNumberOnPage } from '../number-on-page.ts';
import type { LayoutFinding } from '../../../engines/page/finding.ts';
import { pageMoment } from '../page-moment.ts';
import { waitingForIssue, type Waiting } from '../waiting-for-issue.ts';
import { requireNoErrors } from '../preflight.ts';
import { RenderThread } from '../render-thread.ts';
import { unprintable } from '../../../engines/page/word-rules/unprintable.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { OfficeSignatures } from '../../signing-keys/office-signatures.ts';

/** The steps that need the page itself. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly database: DataSource,
    private readonly dispatches: DispatchesService,
    private readonly renderer: RenderThread,
    private readonly signatures: OfficeSignatures,
    private readonly config: Config,
  ) {}

  /** What the layout check says of the words as they stand; what cannot be printed at all is an error, too. */
  async findings(dispatch: Dispatch): Promise<LayoutFinding[]> {
    try {
      return await this.renderer.findings(dispatch);
    } catch (error) {
      if (error instanceof RuleViolation) return [unprintable(error)];
      throw error;
    }
  }

  /** Until when a signed dispatch is to be issued. */
  async waiting(by: Account, { id, state }: Dispatch): Promise<Waiting | undefined> {
    if (state !== 'signed') return undefined;
    return (await waitingForIssue(this.database.manager, by, id))[0];
  }

  /** Errors of the layout check block, warnings do not. */
  async submit(by: Account, id: string): Promise<Dispatch> {
    const dispatch = await this.dispatches.find(by, id);
    requireNoErrors(await this.dispatches.preflight(by, id));
    const errors = (await this.findings(dispatch)).filter(({ severity }) => severity === 'error');
    if (dispatch.isEditable && errors.length > 0) {
      const sentences = errors.map(
        ({ place, message, remedy }) => `${place}: ${message} ${remedy}`,
      );
      throw new RuleViolation('layout-check-failed', sentences.join(' '));
    }
    return this.dispatches.submit(by, id, dispatch.revision);
  }

  /**
   * Has the person's key sign the page and keeps both facts. `read` is the hash of the content that was read, by default
   * of the content there is.
   */
  async sign(by: Account, id: string, read?: string): Promise<Dispatch> {
    const contentHash = read ?? contentSha256(await this.dispatches.find(by, id));
    const page = await this.pageToSign(by, id, contentHash);
    const signed = page && (await this.signatures.signAsPerson(page, by, new Date()));
    return this.dispatches.sign(by, id, contentHash, signed);
  }

  /** The page with number and date open or, where they come first, printed; nothing where nothing is signed digitally. */
  async pageToSign(by: Account, id: string, contentHash: string): Promise<Buffer | undefined> {
    const dispatch = await this.requireSignable(by, id, contentHash);
    if (!this.signatures.isConfigured) return undefined;
    const created = await pageMoment(this.database.manager, dispatch);
    return (await this.renderer.render(dispatch, { fields: true, created })).pdf;
  }

  /** Refuses, before a key is touched, what this person may not sign now. */
  async requireSignable(by: Account, id: string, contentHash: string): Promise<Dispatch> {
    const dispatch = await this.dispatches.find(by, id);
    const today = vietnamDate(new Date());
    dispatch.sign(by, today);
    requireNumberOnPage(dispatch, today, numbersFirst(dispatch.office, this.config));
    requireContent(dispatch, contentHash);
    return dispatch;
  }
}
