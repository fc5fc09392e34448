import type { DataSource } from 'typeorm';

export interface Amount {
  dispatches: number;
  /** Of each dispatch but the newest. */
  recipients: number;
  /** Of the newest dispatch. */
  newest: number;
  weeks: number;
}

/** Agencies that an office writes to day by day; the newest dispatch goes to all there are. */
const USUAL = 600;

/** Dispatches filled by one statement. */
const CHUNK = 100;

/**
 * Made-up dispatches of the one office there is, spread evenly over the past weeks up to three hours ago.
 * Of the recipients four in five acknowledge in time, one in ten too late, one in ten never. One dispatch
 * in five wants answers within a week: as many give them in time, too late and never. Returns the id of
 * the newest dispatch, which wants none.
 */
export async function fill(database: DataSource, amount: Amount): Promise<string> {
  await database.query(dispatches(amount));
  await database.query(`CREATE TABLE bench_agencies AS
    SELECT row_number() OVER (ORDER BY code) - 1 AS place, * FROM agencies`);
  await database.query(`ALTER TABLE bench_agencies ADD PRIMARY KEY (place)`);
  for (let first = 1; first <= amount.dispatches; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, amount.dispatches);
    for (const statement of facts(amount, first, last)) {
      await database.query(statement);
    }
    await database.query('SELECT fold_standing_changes(), fold_reply_changes()');
  }
  await database.query('DROP TABLE bench_agencies');
  await database.query('VACUUM ANALYZE');
  const [{ id }] = await database.query<
    [{ id: string }]
  >(`SELECT id FROM dispatches WHERE number IS NOT NULL
    ORDER BY number DESC LIMIT 1`);
  return id;
}

/** The same id for the same text, a UUID of version 4 by its looks. */
const idOf = (text: string) =>
  `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`;

const dispatchId = (number: string) => idOf(`'dispatch' || ${number}`);

const dispatches = ({ dispatches: count, weeks }: Amount) => `
  WITH moments AS (
    SELECT number, CASE WHEN number = ${count} THEN now() - interval '3 hours'
             ELSE date_trunc('day', now() - interval '1 day'
                    - interval '${weeks * 7} days' * (${count} - number) / ${count})
                  + interval '2 hours' + interval '1 minute' * (number % 60) END AS issued_at
    FROM generate_series(1, ${count}) number
  ), file AS (
    INSERT INTO files (sha256, media_type, is_here) VALUES ('bench', 'application/pdf', false) ON CONFLICT DO NOTHING
  ), written AS (
    INSERT INTO dispatches (id, office_id, state, symbol, abstract, body, urgency, drafted_by,
                            drafted_at, revision, number, year, issued_on)
    SELECT ${dispatchId('moments.number')}, office_id, 'issued', symbol,
           'kiểm tra hệ thống thông tin cơ sở lần ' || moments.number, body,
           CASE WHEN moments.number % 20 = 0 THEN 'urgent' ELSE 'normal' END, drafted_by, issued_at, 1,
           moments.number, extract(year FROM issued_at), (issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM moments, (SELECT * FROM dispatches WHERE number IS NULL LIMIT 1) seed
  ), run AS (
    INSERT INTO delivery_runs SELECT ${dispatchId('number')}, 'bench', 4 FROM moments
  )
  INSERT INTO issuances
  SELECT ${dispatchId('number')}, accounts.id, issued_at, 0, 'bench'
  FROM moments, (SELECT id FROM accounts WHERE 'clerk' = ANY (roles) LIMIT 1) accounts`;

const wantsAnswers = (newest: number) => `number % 5 = 0 AND number <> ${newest}`;

/** What became of the recipients of dispatches `first` to `last`, one kind of fact after the other. */
function facts({ dispatches: count, recipients, newest }: Amount, first: number, last: number) {
  const chosen = `
    FROM generate_series(${first}, ${last}) number
    JOIN issuances ON dispatch_id = ${dispatchId('number')}
    CROSS JOIN LATERAL generate_series(1, CASE WHEN number = ${count} THEN ${newest} ELSE ${recipients} END) nth
    CROSS JOIN LATERAL (SELECT ${idOf("number || '-' || nth")} AS recipient,
                    abs(hashtext(number || 'x' || nth)) % 1000 AS luck) dice`;
  return [
    `INSERT INTO recipients (id, dispatch_id, agency_id, code, name, kind, lines, acknowledge_by, reply_by, token_hash)
     SELECT recipient, dispatch_id, agency.id, code, name, kind, '{Như trên}',
            CASE WHEN number = ${count} THEN now() + interval '2 hours'
                 ELSE date_trunc('day', issued_at) + interval '10 hours' END,
            CASE WHEN ${wantsAnswers(count)} THEN date_trunc('day', issued_at) + interval '7 days' END,
            'bench ' || recipient
     ${chosen} JOIN bench_agencies agency
       ON place = CASE WHEN number = ${count} THEN nth - 1 ELSE (number * 37 + nth) % (SELECT least(${USUAL}, count(*)) FROM bench_agencies) END`,
    `INSERT INTO deliveries (recipient_id, dispatch_id, channel, address, state, attempts)
     SELECT recipient, dispatch_id, 'email', recipient || '@bench.example',
            CASE WHEN luck = 0 THEN 'failed' ELSE 'accepted' END, 1 ${chosen}`,
    `INSERT INTO delivery_attempts (delivery_id, number, round, server, stage, address, started_at, ended_at, outcome, reply_code, reply)
     SELECT id, 1, 1, 'bench.example', 'message', address, now(), now(), 'accepted', 250, '250 2.0.0 Ok: queued' FROM deliveries
     WHERE dispatch_id IN (SELECT ${dispatchId('number')} FROM generate_series(${first}, ${last}) number)`,
    `INSERT INTO acknowledgements (recipient_id, acknowledged_at, file_sha256, name, post)
     SELECT recipient, at, 'bench', 'Nguyễn Văn An', 'Văn thư' ${chosen}
     CROSS JOIN LATERAL (SELECT issued_at + CASE WHEN luck < 800 THEN interval '7 hours' * luck * luck / 640000
                                      ELSE interval '8 hours' + interval '20 minutes' * (luck - 800) END AS at) moment
     WHERE luck BETWEEN 1 AND 900 AND at < now()`,
    `INSERT INTO replies (recipient_id, replied_at, note, name, post, how)
     SELECT recipient, at, 'Không có vướng mắc.', 'Nguyễn Văn An', 'Văn thư', 'link' ${chosen}
     CROSS JOIN LATERAL (SELECT issued_at + interval '1 day' * luck / 130 AS at) moment
     WHERE ${wantsAnswers(count)} AND luck BETWEEN 1 AND 900 AND at < now()`,
  ];
}
