import { createHash } from 'node:crypto';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { vietnamDate } from '../../../../platform/time/vietnam-time.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { ApiKey } from '../../../accounts/api-keys/api-key.entity.ts';
import { Mandate } from '../../../accounts/mandate.entity.ts';
import { Passkey } from '../../../accounts/passkeys/passkey.entity.ts';
import { Session } from '../../../accounts/session.entity.ts';
import { DraftSession } from '../../../dispatches/drafting/draft-sessions/draft-session.entity.ts';
import { waitingFor } from '../../../dispatches/pass-on.ts';
import { draftsOf } from '../../../dispatches/pass-drafts.ts';
import { reference } from '../../../dispatches/number-words.ts';
import { EscalationContact } from '../../../follow-up/reminders/escalation-contact.entity.ts';
import type { Actor } from '../../../journal/journal.ts';
import { mandatesOf } from '../../../mandates/mandates.service.ts';

/** A dispatch as a list of work names it. */
export interface Work {
  id: string;
  name: string;
  /** By whoever asks. */
  isReadable: boolean;
}

/** What somebody who leaves would leave behind, today. */
export interface WhatIsLeft {
  sessions: number;
  keys: number;
  passkeys: number;
  /** Running, and what others were given from them. */
  mandates: Mandate[];
  resting: Mandate[];
  drafts: Work[];
  /** Left open with something typed that is no draft yet. */
  forms: number;
  waiting: Work[];
  /** Signed by this person: to be issued today, while the mandate holds. */
  signed: Work[];
  /** Contacts of the ladder of reminders that have this person's address. */
  contacts: string[];
  /** Of all that has to be handed over: another one, and it is asked again. */
  seal: string;
}

/** Who asks; the system itself reads no dispatch that is kept to few. */
type Reader = Pick<Actor, 'id'>;

/** As far as `by` may read it, with what each dispatch is about. */
export async function whatIsLeft(
  manager: EntityManager,
  by: Reader,
  person: Account,
): Promise<WhatIsLeft> {
  const { id: accountId, officeId, email } = person;
  const today = vietnamDate(new Date());
  const all = await manager.find(Mandate, {
    where: { accountId },
    relations: { account: true },
    order: { validFrom: 'ASC' },
  });
  const mandates = all.filter((mandate) => !mandate.hasEndedBefore(today));
  const given = await mandatesOf(
    manager,
    mandates.map(({ id }) => id),
  );
  const [drafts, waiting] = [
    await draftsOf(manager, accountId),
    await waitingFor(manager, accountId),
  ];
  const contacts = email ? await manager.findBy(EscalationContact, { officeId, email }) : [];
  return {
    sessions: await manager.countBy(Session, { accountId, expiresAt: MoreThan(new Date()) }),
    keys: await manager.countBy(ApiKey, {
      accountId,
      revokedAt: IsNull(),
      expiresAt: MoreThan(new Date()),
    }),
    passkeys: await manager.countBy(Passkey, { accountId }),
    mandates,
    resting: given.filter((one) => !one.hasEndedBefore(today)),
    drafts: await named(manager, by, drafts),
    forms: await manager.countBy(DraftSession, { accountId, typed: Not(IsNull()) }),
    waiting: await named(manager, by, waiting),
    signed: await signedBy(manager, by, accountId),
    contacts: contacts.map(({ name }) => name),
    seal: createHash('sha256')
      .update(JSON.stringify([drafts, waiting]))
      .digest('hex'),
  };
}

/** `$2` asks. */
const COLUMNS = `dispatch.id, number, symbol, type,
  CASE WHEN may_read(reading, dispatch.id, $2) THEN abstract END AS abstract`;
type Row = Parameters<typeof reference>[0] & { id: string; abstract: string | null };
const work = ({ id, abstract, ...row }: Row): Work => ({
  id,
  name: `${reference(row)}: ${abstract ?? 'văn bản hạn chế đọc'}`,
  isReadable: abstract !== null,
});

async function named(manager: EntityManager, by: Reader, ids: string[]): Promise<Work[]> {
  if (ids.length === 0) return [];
  const rows = await manager.query<Row[]>(
    `SELECT ${COLUMNS} FROM dispatches dispatch WHERE id = ANY ($1) ORDER BY array_position($1, id)`,
    [ids, by.id],
  );
  return rows.map(work);
}

async function signedBy(manager: EntityManager, by: Reader, accountId: string): Promise<Work[]> {
  const rows = await manager.query<Row[]>(
    `SELECT ${COLUMNS} FROM dispatches dispatch
     JOIN signatures signature ON signature.dispatch_id = dispatch.id
     JOIN submissions submission ON submission.id = submission_id AND returned_at IS NULL
     WHERE dispatch.state = 'signed' AND signed_by = $1 ORDER BY signed_at`,
    [accountId, by.id],
  );
  return rows.map(work);
}
