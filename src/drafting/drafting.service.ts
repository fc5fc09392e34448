import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { contentSha256 } from '../dispatches/content.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import { DispatchesService } from '../dispatches/dispatches.service.ts';
import { documentOf } from '../documents/dispatch-document.ts';
import { RenderThread } from '../documents/render-thread.ts';
import { OfficeSignatures } from '../signing/office/office-signatures.ts';

/** The steps that need the page itself. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly dispatches: DispatchesService,
    private readonly renderer: RenderThread,
    private readonly signatures: OfficeSignatures,
  ) {}

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
