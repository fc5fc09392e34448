import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { contentSha256 } from '../dispatches/content.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import { DispatchesService } from '../dispatches/dispatches.service.ts';
import type { LayoutFinding } from '../documents/check/finding.ts';
import { requireNoErrors } from '../dispatches/preflight.ts';
import { documentOf } from '../documents/dispatch-document.ts';
import { RenderThread } from '../documents/render-thread.ts';
import { RuleViolation } from '../rule-violation.ts';
import { OfficeSignatures } from '../signing/office/office-signatures.ts';

/** The steps that need the page itself. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly dispatches: DispatchesService,
    private readonly renderer: RenderThread,
    private readonly signatures: OfficeSignatures,
  ) {}

  /** What the layout check says of the page as it stands; what cannot be printed at all is an error, too. */
  async findings(dispatch: Dispatch): Promise<LayoutFinding[]> {
    try {
      const context = { officeCode: dispatch.office.code };
      return (await this.renderer.inspect(documentOf(dispatch), context)).findings;
    } catch (error) {
      if (error instanceof RuleViolation) return [unprintable(error)];
      throw error;
    }
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

  /** Renders the page with number and date open, has the person's key sign it and keeps both facts. */
  async sign(by: Account, id: string): Promise<Dispatch> {
    const dispatch = await this.dispatches.find(by, id);
    const contentHash = contentSha256(dispatch);
    dispatch.sign(by, vietnamDate(new Date())); // refuses before the key is touched
    if (!this.signatures.isConfigured) return this.dispatches.sign(by, id, contentHash);
    const { pdf } = await this.renderer.render(documentOf(dispatch), { fields: true });
    const signed = await this.signatures.signAsPerson(pdf, by, new Date());
    return this.dispatches.sign(by, id, contentHash, signed);
  }
}

function unprintable({ code, message }: RuleViolation): LayoutFinding {
  const remedy = 'Sửa chỗ này rồi xem trước lại.';
  return { severity: 'error', rule: code, clause: '', place: 'Trang in', message, remedy };
}
