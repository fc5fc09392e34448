import type { DataSource, EntityManager } from 'typeorm';
import { timeOrderedId } from '../../delivery/time-ordered-id.ts';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import { record } from '../../journal/journal.ts';
import { contactsOf } from './contacts.ts';
import { isRunning } from './owed.ts';
import { type DueStep, type Candidate, allCandidates } from './candidates.ts';

interface Addressee {
  /** Mails of one step to one addressee are one. */
  key: string;
  name: string;
  address: string;
}

/**
 * Takes the steps that are due: one row for each recipient and step, and the mails that follow, in one
 * transaction. Its lock on the run lets one worker at a time do so; whoever comes later finds the rows.
 * Of several steps of a rung that are due at once only the last is told.
 */
export function takeSteps(
  database: DataSource,
  officeId: string,
  dispatchId: string,
  due: DueStep[],
): Promise<void> {
  return database.transaction(async (manager) => {
    const locked = await manager.query<object[]>(
      `SELECT dispatch_id FROM delivery_runs
       WHERE dispatch_id = $1 AND ${isRunning('dispatch_id')}
       FOR NO KEY UPDATE SKIP LOCKED`,
      [dispatchId],
    );
    if (locked.length === 0) return;
    const contacts = await contactsOf(manager, officeId);
    const mails = new Map<string, Addressee & { id: string; stepId: string }>();
    const reminders: object[] = [];
    for (const [last, ...earlier] of byRung(await allCandidates(manager, dispatchId, due))) {
      const { recipientId, stepId, at } = last!;
      const addressee = last!.rung === 'telephone' ? undefined : addresseeOf(last!, contacts);
      if (last!.rung !== 'telephone' && !addressee) continue; // nobody there to be told
      let mailId: string | null = null;
      if (addressee) {
        const key = `${stepId} ${addressee.key}`;
        if (!mails.has(key)) mails.set(key, { ...addressee, id: timeOrderedId(), stepId });
        mailId = mails.get(key)!.id;
      }
      reminders.push({ recipientId, stepId, at, mailId, fate: mailId ? 'mail' : 'call' });
      for (const { stepId: other, at: before } of earlier) {
        reminders.push({ recipientId, stepId: other, at: before, mailId: null, fate: 'overtaken' });
      }
    }
    if (reminders.length === 0) return;
    await write(manager, officeId, dispatchId, [...mails.values()], reminders);
  });
}

/** The steps of one recipient, deadline and rung, the latest first. */
function byRung(all: Candidate[]): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const one of all) {
    const key = `${one.recipientId} ${one.concerns} ${one.rung}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => +b.at - +a.at));
}

/** A recipient whom no mail has reached is not reminded by mail; the rungs above hear of it. */
function addresseeOf(
  { rung, concerns, state, recipientId, name, address, ...above }: Candidate,
  contacts: Awaited<ReturnType<typeof contactsOf>>,
): Addressee | undefined {
  if (rung === 'recipient') {
    const hasIt = state === 'delivered' || (concerns === 'reply' && state === 'acknowledged');
    return hasIt && address ? { key: recipientId, name, address } : undefined;
  }
  if (rung === 'parent') {
    const { parentId, parentName, parentEmail } = above;
    return parentEmail ? { key: parentId!, name: parentName!, address: parentEmail } : undefined;
  }
  const contact = rung === 'telephone' ? null : contacts[rung];
  return contact ? { key: rung, name: contact.name, address: contact.email } : undefined;
}

async function write(
  manager: EntityManager,
  officeId: string,
  dispatchId: string,
  mails: object[],
  reminders: object[],
): Promise<void> {
  await manager.query(
    `INSERT INTO reminder_mails (id, office_id, dispatch_id, step_id, name, address)
     SELECT id, $1, $2, "stepId", name, address
     FROM jsonb_to_recordset($3::jsonb) AS mail (id uuid, "stepId" uuid, name text, address text)`,
    [officeId, dispatchId, JSON.stringify(mails)],
  );
  const taken = await manager.query<Record<string, unknown>[]>(
    `WITH taken AS (
       INSERT INTO reminders (recipient_id, step_id, dispatch_id, planned_for, fate, mail_id)
       SELECT "recipientId", "stepId", $1, at, fate, "mailId"
       FROM jsonb_to_recordset($2::jsonb) AS row
         ("recipientId" uuid, "stepId" uuid, at timestamptz, fate text, "mailId" uuid)
       RETURNING *), kept AS (${keepSeals('reminders', 'taken')})
     SELECT concerns, rung, amount, unit, counted, count(*)::integer AS recipients,
            count(DISTINCT mail_id)::integer AS mails
     FROM taken JOIN reminder_steps step ON step.id = step_id
     WHERE fate <> 'overtaken' GROUP BY step.id ORDER BY min(amount)`,
    [dispatchId, JSON.stringify(reminders)],
  );
  for (const step of taken) {
    await record(manager, { id: null, officeId }, 'reminded', dispatchId, step);
  }
}
