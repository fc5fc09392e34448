import { bodyOf, type FactName } from '../../journal/facts/kinds.ts';
import { KEPT } from '../../journal/facts/seal-facts.ts';

/** What happened to a dispatch, as the rows that say so; `$1` is its id. Names of files in the bundle. */
export const EVIDENCE_ROWS = {
  'noi-nhan.json': `
    SELECT id, code, name, kind, lines, purpose, acknowledge_by, reply_by,
           ${bodyOf('recipients', 'recipients')} AS fact
    FROM recipients
    WHERE dispatch_id = $1 ORDER BY code`,
  'phu-luc.json': `
    SELECT position, title, ${bodyOf('annexes')} AS fact
    FROM annexes fact WHERE dispatch_id = $1 ORDER BY position`,
  'luot-gui.json': `
    SELECT recipient.code AS recipient, delivery.state, ${bodyOf('deliveries', 'delivery')} AS delivery
    FROM deliveries delivery JOIN recipients recipient ON recipient.id = delivery.recipient_id
    WHERE delivery.dispatch_id = $1 ORDER BY recipient.code`,
  'lan-gui.json': `
    SELECT recipient.code AS recipient, ${bodyOf('delivery_attempts', 'attempt')} AS attempt
    FROM delivery_attempts attempt
    JOIN deliveries delivery ON delivery.id = attempt.delivery_id
    JOIN recipients recipient ON recipient.id = delivery.recipient_id
    WHERE delivery.dispatch_id = $1 ORDER BY attempt.started_at, recipient.code`,
  'mo-va-tai.json': `
    SELECT recipient.code AS recipient, readings.kind AS event, first_at AS at,
           ${bodyOf('readings', 'readings')} AS fact
    FROM readings JOIN recipients recipient ON recipient.id = readings.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY first_at, recipient.code`,
  'bao-loi.json': `
    SELECT recipient.code AS recipient, ${bodyOf('delivery_reports', 'report')} AS report
    FROM delivery_reports report
    JOIN deliveries delivery ON delivery.id = report.delivery_id
    JOIN recipients recipient ON recipient.id = delivery.recipient_id
    WHERE delivery.dispatch_id = $1 ORDER BY received_at, recipient.code`,
  'ghi-ho.json': ofRecipients('entered_acknowledgements', 'entered', 'entered_at'),
  'so-bien-nhan.json': ofRecipients('receipts', 'receipt', 'made_at'),
  'nhac.json': ofRecipients('reminders', 'reminder', 'made_at'),
  'tiep-nhan.json': `
    SELECT recipient.code AS recipient, ${bodyOf('acknowledgements', 'acknowledgement')} AS acknowledgement
    FROM acknowledgements acknowledgement
    JOIN recipients recipient ON recipient.id = acknowledgement.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY acknowledged_at, recipient.code`,
  'tra-lai.json': `
    SELECT recipient.code AS recipient, ${bodyOf('refusals', 'refusal')} AS refusal,
           CASE WHEN answer.refusal_id IS NOT NULL
                THEN ${bodyOf('refusal_answers', 'answer')} END AS answer
    FROM refusals refusal
    JOIN recipients recipient ON recipient.id = refusal.recipient_id
    LEFT JOIN refusal_answers answer ON answer.refusal_id = refusal.id
    WHERE recipient.dispatch_id = $1 ORDER BY refused_at, recipient.code`,
  'tien-do.json': `
    SELECT recipient.code AS recipient, ${bodyOf('progress_reports', 'report')} AS report
    FROM progress_reports report
    JOIN recipients recipient ON recipient.id = report.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY reported_at, recipient.code`,
  'tra-loi.json': `
    SELECT recipient.code AS recipient, ${bodyOf('replies', 'reply')} AS reply
    FROM replies reply JOIN recipients recipient ON recipient.id = reply.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY replied_at, recipient.code`,
  'thu-hoi.json': `
    SELECT recall.id, recall.is_whole, recall.reason, recall.basis, recall.recalled_at,
           account.username AS recalled_by, ${bodyOf('recalls', 'recall')} AS fact,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'recipient', recipient.code, 'fate', request.fate,
                     'decided_at', request.decided_at,
                     'fact', ${bodyOf('recall_requests', 'request')},
                     'notices', (SELECT coalesce(jsonb_agg(${bodyOf('recall_notices', 'notice')}
                                                           ORDER BY channel), '[]')
                                 FROM recall_notices notice
                                 WHERE notice.recipient_id = request.recipient_id),
                     'answers', (SELECT coalesce(jsonb_agg(${bodyOf('recall_answers', 'said')}
                                                           ORDER BY answered_at), '[]')
                                 FROM recall_answers said
                                 WHERE said.recipient_id = request.recipient_id))
                   ORDER BY recipient.code), '[]')
            FROM recall_requests request
            JOIN recipients recipient ON recipient.id = request.recipient_id
            WHERE request.recall_id = recall.id) AS requests
    FROM recalls recall JOIN accounts account ON account.id = recall.recalled_by
    WHERE recall.dispatch_id = $1 ORDER BY recalled_at`,
  // `line` is what was hashed, after `before`; who acted is shown only where it was not an account.
  'nhat-ky.json': `
    SELECT link.position::int, coalesce(before.hash, repeat('0', 64)) AS before,
           said.line, link.hash,
           jsonb_build_object(
             'id', said.line::jsonb->1, 'at', said.line::jsonb->2, 'account', account.username,
             'verb', entry.verb, 'details', entry.details) AS entry,
           to_jsonb(person) - 'entry_id' AS person
    FROM journal_entries entry
    JOIN journal_links link ON link.entry_id = entry.id
    CROSS JOIN LATERAL (SELECT journal_line(entry, link.position) AS line) said
    LEFT JOIN journal_links before
      ON before.office_id = link.office_id AND before.position = link.position - 1
    LEFT JOIN accounts account ON account.id = entry.account_id
    LEFT JOIN journal_people person ON person.entry_id = entry.id AND entry.account_id IS NULL
    WHERE entry.subject_id = $1 AND entry.verb <> '${KEPT}' ORDER BY link.position`,
  // Seals of what has no entry of its own, and of the mandate.
  'su-viec.json': `
    SELECT link.position::int, coalesce(before.hash, repeat('0', 64)) AS before,
           journal_line(entry, link.position) AS line, link.hash
    FROM journal_entries entry JOIN journal_links link ON link.entry_id = entry.id
    LEFT JOIN journal_links before
      ON before.office_id = link.office_id AND before.position = link.position - 1
    WHERE (entry.subject_id = $1 AND entry.verb = '${KEPT}')
       OR (entry.details ? 'facts'
           AND entry.subject_id = (SELECT mandate_id FROM dispatches WHERE id = $1))
    ORDER BY link.position`,
  'chuoi-nhat-ky.json': `
    SELECT office.code AS office, position::int, hash
    FROM journal_links link JOIN offices office ON office.id = link.office_id
    WHERE office_id = (SELECT office_id FROM dispatches WHERE id = $1)
    ORDER BY link.position DESC LIMIT 1`,
} as const;

export const REPLY_FILES = `
  SELECT recipient.code, file_sha256 AS sha256, split_part(media_type, '/', 2) AS ending
  FROM replies JOIN recipients recipient ON recipient.id = replies.recipient_id
  JOIN files ON files.sha256 = file_sha256
  WHERE recipient.dispatch_id = $1 AND file_sha256 IS NOT NULL ORDER BY recipient.code`;

export const RECEIPTS = `
  SELECT recipient.code, receipt.json_sha256 AS sha256, 'json' AS ending
  FROM receipts receipt JOIN recipients recipient ON recipient.id = receipt.recipient_id
  WHERE recipient.dispatch_id = $1 ORDER BY recipient.code`;

export const LINE_FACTS = `
  SELECT fact.id, ${bodyOf('recipient_lines')} AS fact FROM recipient_lines fact
  WHERE dispatch_id = $1`;

function ofRecipients(name: FactName, as: string, moment: string): string {
  return `
    SELECT recipient.code AS recipient, ${bodyOf(name)} AS ${as}
    FROM ${name} fact JOIN recipients recipient ON recipient.id = fact.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY fact.${moment}, recipient.code`;
}
