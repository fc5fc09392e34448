import { readFileSync } from 'node:fs';
import { Client } from 'pg';

export interface Findings {
  recipients: number;
  mails: number;
  /** Recipients without a mail in the sink. */
  lost: number;
  /** Mails beyond the first to a recipient. */
  repeated: number;
  /** Sentences about what does not fit together; empty when all is well. */
  contradictions: string[];
}

interface Row {
  id: string;
  address: string;
  state: string;
  attempts: number;
  /** Outcomes by number of attempt. */
  outcomes: Record<string, string>;
}

/**
 * Derives the truth again from what the mail server wrote down and what the database kept, and from
 * nothing else: no code of the system itself takes part.
 */
export async function check(databaseUrl: string, sinkLog: string): Promise<Findings> {
  const received = new Map<string, { recipient: string; isAnswered: boolean }[]>();
  for (const line of readFileSync(sinkLog, 'utf8').split('\n').filter(Boolean)) {
    const [id, recipient, answer] = line.split('\t');
    const mails = received.get(id!) ?? [];
    received.set(id!, [...mails, { recipient: recipient!, isAnswered: answer === 'answered' }]);
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Row>(
    `SELECT id, delivery.address, state, attempts,
            coalesce(json_object_agg(attempt.number, attempt.outcome)
                     FILTER (WHERE attempt.number IS NOT NULL), '{}') AS outcomes
     FROM deliveries delivery LEFT JOIN delivery_attempts attempt ON delivery_id = id
     GROUP BY id`,
  );
  const frozen = await client.query<{ issued: number; recipients: number; counted: number }>(
    `SELECT count(*)::int AS issued, sum(recipient_count)::int AS counted,
            (SELECT count(DISTINCT agency_id)::int FROM recipients) AS recipients FROM issuances`,
  );
  await client.end();
  const contradictions = [
    ...about(frozen.rows[0]!, rows),
    ...rows.flatMap((row) => ofOne(row, received)),
  ];
  const known = new Set(rows.map(({ id }) => id));
  for (const id of received.keys()) {
    if (!known.has(id)) contradictions.push(`The sink has a mail ${id} that is no delivery.`);
  }
  const mails = [...received.values()].reduce((total, all) => total + all.length, 0);
  return {
    recipients: rows.length,
    mails,
    lost: rows.filter(({ id }) => !received.has(id)).length,
    repeated: mails - received.size,
    contradictions,
  };
}

function about(
  { issued, recipients, counted }: { issued: number; recipients: number; counted: number },
  rows: Row[],
): string[] {
  return issued === 1 && recipients === counted && rows.length === recipients
    ? []
    : [`${issued} issuances to ${counted}, ${recipients} frozen, ${rows.length} deliveries.`];
}

function ofOne(
  { id, address, state, attempts, outcomes }: Row,
  received: Map<string, { recipient: string; isAnswered: boolean }[]>,
): string[] {
  const mails = received.get(id) ?? [];
  const known = Object.values(outcomes);
  const accepted = known.filter((outcome) => outcome === 'accepted').length;
  const answered = mails.filter(({ isAnswered }) => isAnswered).length;
  const says = (isTrue: boolean, sentence: string) => (isTrue ? [] : [`${id}: ${sentence}`]);
  return [
    ...says(state === 'accepted', `is ${state} at the end.`),
    ...says((state === 'accepted') === accepted > 0, `is ${state} with ${accepted} acceptances.`),
    ...says(accepted <= answered, `${accepted} acceptances for ${answered} answered mails.`),
    ...says(mails.length <= attempts, `${mails.length} mails in ${attempts} attempts.`),
    ...says(known.length <= attempts, `${known.length} outcomes of ${attempts} attempts.`),
    ...says(
      answered - accepted <= attempts - known.length,
      `${answered - accepted} acceptances are not on record, ${attempts - known.length} attempts lost.`,
    ),
    ...says(
      mails.every(({ recipient }) => recipient === `<${address}>`),
      `went to ${mails.map(({ recipient }) => recipient).join(', ')}, not to ${address}.`,
    ),
  ];
}
