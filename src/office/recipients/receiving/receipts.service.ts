import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keepFile, openFile } from '../../../platform/files/files.ts';
import type { KeptFile } from '../../../platform/files/kept-file.ts';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { OfficeSignatures } from '../../signing-keys/office-signatures.ts';
import { receiptContent } from './receipt-content.ts';
import { receiptPage } from './receipt-page.ts';
import { Receipt } from './receipt.entity.ts';
import type { RecipientFacts } from './recipient-facts.ts';

/** Receipts that a recipient keeps and anyone can verify without us. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: DataSource,
    private readonly signatures: OfficeSignatures,
  ) {}

  get areSigned(): boolean {
    return this.signatures.isConfigured;
  }

  /** The same bytes whenever they are asked for; signed when they first are. */
  async file(facts: RecipientFacts, form: 'json' | 'pdf'): Promise<KeptFile> {
    const receipt = (await this.stored(facts)) ?? (await this.make(facts));
    const sha256 = form === 'json' ? receipt.jsonSha256 : receipt.pdfSha256;
    return openFile(this.database.manager, sha256);
  }

  private stored({ recipient }: RecipientFacts): Promise<Receipt | null> {
    return this.database.manager.findOneBy(Receipt, { recipientId: recipient.id });
  }

  private async make(facts: RecipientFacts): Promise<Receipt> {
    if (!facts.acknowledgement) {
      throw new RuleViolation('not-acknowledged');
    }
    if (!this.areSigned) {
      throw new RuleViolation('not-signed-here');
    }
    const madeAt = new Date();
    const content = receiptContent(facts, madeAt);
    const { office } = facts.recipient.dispatch;
    const { statement, pdf } = await this.signatures.receipt(office, content, madeAt, (signed) =>
      receiptPage(content, signed),
    );
    await this.database.transaction(async (manager) => {
      const json = Buffer.from(`${JSON.stringify(statement, null, 2)}\n`);
      const jsonSha256 = await keepFile(manager, json, 'application/json');
      const pdfSha256 = await keepFile(manager, pdf, 'application/pdf');
      const recipientId = facts.recipient.id;
      await manager.query(
        `WITH receipt AS (
           INSERT INTO receipts (recipient_id, made_at, json_sha256, pdf_sha256)
           VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING *
         ) ${keepSeals('receipts', 'receipt')}`,
        [recipientId, madeAt, jsonSha256, pdfSha256],
      );
    });
    return (await this.stored(facts))!;
  }
}
