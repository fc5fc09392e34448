-- All that is told of one recipient on its page, as one value, so that a page is one statement. Rows are
-- as `to_jsonb` has them, related rows under the names of the relations (platform/postgres/from-json.ts).
-- No alias of a row is the name of a column here or further out: the column would be meant.

CREATE OR REPLACE FUNCTION person_of(account uuid) RETURNS jsonb LANGUAGE sql STABLE
  RETURN (SELECT to_jsonb(accounts) - 'password_hash' FROM accounts WHERE id = account);

CREATE OR REPLACE FUNCTION agency_of(agency uuid) RETURNS jsonb LANGUAGE sql STABLE
  RETURN (SELECT to_jsonb(agencies) - 'webhook_secret' FROM agencies WHERE id = agency);

-- Null while the office has not taken it back.
CREATE OR REPLACE FUNCTION recall_facts(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE
  RETURN (
    SELECT jsonb_build_object(
      'request', to_jsonb(request) || jsonb_build_object(
        'recall', to_jsonb(recall) || jsonb_build_object('recaller', person_of(recalled_by))),
      'answers', (
        SELECT jsonb_agg(to_jsonb(said) || jsonb_build_object('enterer', person_of(entered_by))
                         ORDER BY answered_at)
        FROM recall_answers said WHERE said.recipient_id = wanted),
      'notices', (SELECT jsonb_agg(to_jsonb(notice) ORDER BY channel)
                  FROM recall_notices notice WHERE notice.recipient_id = wanted))
    FROM recall_requests request JOIN recalls recall ON recall.id = recall_id
    WHERE request.recipient_id = wanted);

-- Null while its official file is not made. Volatile, so that for a row that was waited for it says what
-- holds since.
CREATE OR REPLACE FUNCTION recipient_facts(wanted uuid, today date)
  RETURNS json LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN (
    SELECT json_build_object(
      'recipient', to_jsonb(recipient) || jsonb_build_object(
        'agency', agency_of(agency.id),
        'dispatch', jsonb_build_object(
          'id', dispatch.id, 'office_id', dispatch.office_id, 'state', dispatch.state,
          'type', dispatch.type, 'symbol', dispatch.symbol, 'abstract', dispatch.abstract,
          'urgency', dispatch.urgency, 'number', dispatch.number, 'issued_on', dispatch.issued_on,
          'office', to_jsonb(office) || jsonb_build_object('heads', (
            SELECT jsonb_agg(to_jsonb(head)) FROM office_heads head WHERE head.office_id = office.id)))),
      'hasEnded', coalesce(agency.valid_to < today, false),
      'fileSha256', run.file_sha256,
      'address', delivery.address,
      'hasArrived', coalesce(standing_of(delivery.state) = 'delivered', false),
      'owesReply', coalesce(standing.owes_reply, false),
      'readings', (SELECT json_agg(to_jsonb(noted) ORDER BY first_at)
                   FROM readings noted WHERE noted.recipient_id = wanted),
      'acknowledgement', (
        SELECT to_jsonb(acknowledgement) || jsonb_build_object(
          'agency', agency_of(agency_id),
          'enterer', person_of(entered_by), 'confirmer', person_of(confirmed_by))
        FROM acknowledgements acknowledgement WHERE acknowledgement.recipient_id = wanted),
      'entered', (
        SELECT json_agg(to_jsonb(entry) || jsonb_build_object('enterer', person_of(entered_by))
                        ORDER BY entered_at)
        FROM entered_acknowledgements entry WHERE entry.recipient_id = wanted),
      'refusals', (
        SELECT json_agg(to_jsonb(refusal) || jsonb_build_object('answer', (
                          SELECT to_jsonb(said) || jsonb_build_object('answerer', person_of(answered_by))
                          FROM refusal_answers said WHERE said.refusal_id = refusal.id))
                        ORDER BY refused_at)
        FROM refusals refusal WHERE refusal.recipient_id = wanted),
      'reports', (SELECT json_agg(to_jsonb(report) ORDER BY reported_at)
                  FROM progress_reports report WHERE report.recipient_id = wanted),
      'reply', (SELECT to_jsonb(given) || jsonb_build_object('enterer', person_of(entered_by))
                FROM replies given WHERE given.recipient_id = wanted),
      'recall', recall_facts(wanted),
      'followers', (
        SELECT json_agg(json_build_object(
                 'id', later.id, 'relation', later.relation, 'number', later.number,
                 'symbol', later.symbol, 'issued_on', later.issued_on)
               ORDER BY later.issued_on, later.number)
        FROM dispatches later WHERE later.former_id = dispatch.id AND later.state = 'issued'))
    FROM recipients recipient
    JOIN agencies agency ON agency.id = recipient.agency_id
    JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
    JOIN offices office ON office.id = dispatch.office_id
    JOIN delivery_runs run ON run.dispatch_id = dispatch.id
    LEFT JOIN deliveries delivery ON delivery.recipient_id = recipient.id
    LEFT JOIN recipient_standings standing ON standing.recipient_id = recipient.id
    WHERE recipient.id = wanted);
END $$;
