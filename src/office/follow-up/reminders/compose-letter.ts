import type { ClaimedReminder } from './claimed-reminder.ts';
import type { Owing } from './owing.ts';
import type { EntityManager } from 'typeorm';
import { renderToString } from 'preact-render-to-string';
import { digestMail, ownMail } from '../../../../templates/office/follow-up/reminders/mails.tsx';
import type { Config } from '../../../platform/config/config.ts';
import type { Letter } from '../../delivery/channels/letter.ts';
import { linkToken, makeLinksKnown } from '../../delivery/personal-link.ts';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { ASKED } from './owed.ts';
import { ReminderStep, type Concern } from './reminder-step.entity.ts';

/** Undefined when it has nothing to say any more: all have answered, or a later step spoke to the same. */
export async function composeLetter(
  manager: EntityManager,
  config: Config,
  { id, dispatchId, stepId, name, address, queuedAt: date }: ClaimedReminder,
  now: Date,
): Promise<Letter | undefined> {
  const { rung, concerns } = await manager.findOneByOrFail(ReminderStep, { id: stepId });
  const owing = await stillOwing(manager, id, concerns);
  const [first] = owing;
  if (!first || (await isOvertaken(manager, id))) return undefined;
  const dispatch = await manager.findOneOrFail(Dispatch, {
    where: { id: dispatchId },
    relations: { office: true },
  });
  if (rung === 'recipient') await makeLinksKnown(manager, config.keys, [first]);
  const mail =
    rung === 'recipient'
      ? ownMail(dispatch, name, concerns, first, now, linkOf(config, first.recipientId))
      : digestMail(dispatch, name, { rung, concerns }, owing, now, config.publicUrl);
  const ofRecipient = rung === 'recipient' ? first : undefined;
  return {
    id,
    ...(ofRecipient && { recipientId: ofRecipient.recipientId }),
    name,
    address,
    date,
    isUrgent: false,
    sender: dispatch.office.senderAddress,
    message: () => ({
      from: dispatch.office.senderName ?? dispatch.office.name,
      subject: mail.subject,
      text: mail.text,
      html: renderToString(mail.html),
      answers: ofRecipient?.deliveryId ?? undefined,
    }),
  };
}

const linkOf = ({ publicUrl, keys }: Config, recipientId: string) =>
  `${publicUrl}/a/${linkToken(keys, recipientId)}`;

function stillOwing(manager: EntityManager, mailId: string, concerns: Concern): Promise<Owing[]> {
  const { isOwed, deadline } = ASKED[concerns];
  return manager.query<Owing[]>(
    `SELECT recipient.id AS "recipientId", recipient.token_hash AS "tokenHash", delivery.id AS "deliveryId", recipient.name,
            ${deadline} AS deadline
     FROM reminders
     JOIN recipient_standings standing ON standing.recipient_id = reminders.recipient_id
     JOIN recipients recipient ON recipient.id = reminders.recipient_id
     LEFT JOIN deliveries delivery ON delivery.recipient_id = recipient.id
     WHERE mail_id = $1 AND ${isOwed}
     ORDER BY deadline, recipient.code`,
    [mailId],
  );
}

/** After hours in which nothing could be sent, only the last word goes. */
async function isOvertaken(manager: EntityManager, mailId: string): Promise<boolean> {
  const rows = await manager.query<object[]>(
    `SELECT FROM reminders own
     JOIN reminder_steps step ON step.id = own.step_id
     WHERE own.mail_id = $1 AND NOT EXISTS (
       SELECT FROM reminders later
       JOIN reminder_steps next
         ON next.id = later.step_id AND next.rung = step.rung AND next.concerns = step.concerns
       WHERE later.recipient_id = own.recipient_id AND later.planned_for > own.planned_for)
     LIMIT 1`,
    [mailId],
  );
  return rows.length === 0;
}
