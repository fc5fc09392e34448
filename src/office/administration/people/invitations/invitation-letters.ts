import { Injectable } from '@nestjs/common';
import { renderToString } from 'preact-render-to-string';
import { DataSource } from 'typeorm';
import {
  InvitationMail,
  invitationText,
} from '../../../../../templates/office/administration/people/invitation-mail.tsx';
import { Config } from '../../../../platform/config/config.ts';
import type { Outcome } from '../../../delivery/attempts/outcome.ts';
import {
  LetterKinds,
  type Batch,
  type Claimed,
  type LetterKind,
  type LetterRows,
} from '../../../delivery/outbox/letter-kind.ts';
import { settleLetters } from '../../../delivery/outbox/settle-letters.ts';
import { invitationToken } from './invitation-link.ts';

interface ClaimedInvitation extends Claimed {
  fullName: string;
  username: string;
  officeName: string;
  senderName: string | null;
  senderAddress: string | null;
  inviter: string;
  expiresAt: Date;
  isOver: boolean;
}

/** Invitations; those of one office are a batch. */
@Injectable()
export class InvitationLetters implements LetterKind<ClaimedInvitation> {
  readonly name = 'invitation';
  readonly rows: LetterRows = {
    table: 'invitations',
    key: 'id',
    batch: '(SELECT office_id FROM accounts WHERE accounts.id = letter.account_id)',
    isOpen: () => 'true',
    joined: {
      from: `accounts account JOIN offices office ON office.id = account.office_id,
        accounts inviter`,
      on: 'account.id = letter.account_id AND inviter.id = letter.invited_by',
    },
    columns: `1 AS "retryRound", letter.attempts AS attempt, letter.made_at AS "queuedAt",
      account.full_name AS "fullName", account.username,
      office_name(office.id, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS "officeName",
      office.sender_name AS "senderName", office.sender_address AS "senderAddress",
      inviter.full_name AS inviter, letter.expires_at AS "expiresAt",
      letter.used_at IS NOT NULL OR letter.expires_at <= now() AS "isOver"`,
  };

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    kinds: LetterKinds,
  ) {
    kinds.add(this);
  }

  async open(officeId: string): Promise<Batch<ClaimedInvitation>> {
    const { publicUrl, keys } = this.config;
    return {
      officeId,
      isUrgent: true,
      isHeld: false,
      compose: async (invitation) => {
        if (invitation.isOver) return undefined;
        const { id, fullName: name, officeName, address, queuedAt: date } = invitation;
        const { senderName, senderAddress: sender } = invitation;
        const view = {
          ...invitation,
          link: `${publicUrl}/invitation/${invitationToken(keys, id)}`,
        };
        return {
          id,
          name,
          address,
          date,
          isUrgent: false,
          sender,
          message: () => ({
            from: senderName ?? officeName,
            subject: `Mời dùng hệ thống văn bản của ${officeName}`,
            text: invitationText(view),
            html: renderToString(InvitationMail(view)),
          }),
        };
      },
    };
  }

  record(outcomes: Outcome[]): Promise<void> {
    return settleLetters(this.database, this.rows, outcomes);
  }

  /** One that was used or replaced meanwhile has nothing to say. */
  async drop(id: string): Promise<void> {
    await this.database.query(
      `UPDATE invitations SET state = 'failed', claimed_by = NULL, reply = 'Không còn hiệu lực.' WHERE id = $1`,
      [id],
    );
  }
}
