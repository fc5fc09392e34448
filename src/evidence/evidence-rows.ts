/** What happened to a dispatch, as the rows that say so; `$1` is its id. Names of files in the bundle. */
export const EVIDENCE_ROWS = {
  'noi-nhan.json': `
    SELECT id, code, name, kind, lines, purpose, acknowledge_by, reply_by FROM recipients
    WHERE dispatch_id = $1 ORDER BY code`,
  'lan-gui.json': `
    SELECT recipient.code AS recipient, to_jsonb(attempt) AS attempt
    FROM delivery_attempts attempt
    JOIN deliveries delivery ON delivery.id = attempt.delivery_id
    JOIN recipients recipient ON recipient.id = delivery.recipient_id
    WHERE delivery.dispatch_id = $1 ORDER BY attempt.started_at, recipient.code`,
  'mo-va-tai.json': `
    SELECT recipient.code AS recipient, readings.kind AS event, first_at AS at
    FROM readings JOIN recipients recipient ON recipient.id = readings.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY first_at, recipient.code`,
  'tiep-nhan.json': `
    SELECT recipient.code AS recipient, to_jsonb(acknowledgement) - 'recipient_id' AS acknowledgement
    FROM acknowledgements acknowledgement
    JOIN recipients recipient ON recipient.id = acknowledgement.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY acknowledged_at, recipient.code`,
  'tra-lai.json': `
    SELECT recipient.code AS recipient, to_jsonb(refusal) - 'recipient_id' AS refusal,
           to_jsonb(answer) AS answer
    FROM refusals refusal
    JOIN recipients recipient ON recipient.id = refusal.recipient_id
    LEFT JOIN refusal_answers answer ON answer.refusal_id = refusal.id
    WHERE recipient.dispatch_id = $1 ORDER BY refused_at, recipient.code`,
  'tien-do.json': `
    SELECT recipient.code AS recipient, to_jsonb(report) - 'recipient_id' AS report
    FROM progress_reports report
    JOIN recipients recipient ON recipient.id = report.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY reported_at, recipient.code`,
  'tra-loi.json': `
    SELECT recipient.code AS recipient, to_jsonb(reply) - 'recipient_id' AS reply
    FROM replies reply JOIN recipients recipient ON recipient.id = reply.recipient_id
    WHERE recipient.dispatch_id = $1 ORDER BY replied_at, recipient.code`,
  'thu-hoi.json': `
    SELECT recall.id, recall.is_whole, recall.reason, recall.basis, recall.recalled_at,
           account.username AS recalled_by,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'recipient', recipient.code, 'fate', request.fate,
                     'decided_at', request.decided_at,
                     'notices', (SELECT coalesce(jsonb_agg(to_jsonb(notice) - 'recipient_id'
                                                           ORDER BY channel), '[]')
                                 FROM recall_notices notice
                                 WHERE notice.recipient_id = request.recipient_id),
                     'answers', (SELECT coalesce(jsonb_agg(to_jsonb(said) - 'recipient_id'
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
    WHERE entry.subject_id = $1 ORDER BY link.position`,
  'chuoi-nhat-ky.json': `
    SELECT office.code AS office, position::int, hash
    FROM journal_links link JOIN offices office ON office.id = link.office_id
    WHERE office_id = (SELECT office_id FROM dispatches WHERE id = $1)
    ORDER BY link.position DESC LIMIT 1`,
} as const;

/** One line of the register of outgoing documents (Decree 30/2020/NĐ-CP, Annex IV). */
export const REGISTER_LINE = `
  SELECT dispatch.id, dispatch.number, dispatch.symbol, dispatch.year, dispatch.issued_on,
         dispatch.type, dispatch.abstract, signer.full_name AS signer,
         issuance.issued_at, issuer.full_name AS issued_by, issuance.recipient_count,
         issuance.file_sha256,
         (SELECT array_agg(line.text ORDER BY section, position) FROM recipient_lines line
          WHERE line.dispatch_id = dispatch.id) AS lines
  FROM dispatches dispatch
  JOIN issuances issuance ON issuance.dispatch_id = dispatch.id
  JOIN accounts issuer ON issuer.id = issuance.issued_by
  LEFT JOIN mandates mandate ON mandate.id = dispatch.mandate_id
  LEFT JOIN accounts signer ON signer.id = mandate.account_id
  WHERE dispatch.id = $1`;

export const REPLY_FILES = `
  SELECT recipient.code, file_sha256 AS sha256, split_part(media_type, '/', 2) AS ending
  FROM replies JOIN recipients recipient ON recipient.id = replies.recipient_id
  JOIN files ON files.sha256 = file_sha256
  WHERE recipient.dispatch_id = $1 AND file_sha256 IS NOT NULL ORDER BY recipient.code`;

export const RECEIPTS = `
  SELECT recipient.code, receipt.json_sha256 AS sha256, 'json' AS ending
  FROM receipts receipt JOIN recipients recipient ON recipient.id = receipt.recipient_id
  WHERE recipient.dispatch_id = $1 ORDER BY recipient.code`;
