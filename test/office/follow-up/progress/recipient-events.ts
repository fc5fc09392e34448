import type { DataSource } from 'typeorm';
import { aFrozenRecipient } from '../../../support/frozen-recipient.ts';

export const FOLD = 'SELECT fold_standing_changes(), fold_reply_changes()';
export const DELIVERY_STATES = [
  'waiting',
  'sending',
  'expired',
  'failed',
  'cancelled',
  'accepted',
  'delivered',
  'bounced',
] as const;

/** What can befall recipients; `of` says which, by place. */
export type Event =
  | { kind: 'delivery'; of: number[]; state: string }
  | { kind: 'acknowledge' | 'refuse' | 'reply' | 'recall'; of: number[] }
  | { kind: 'answer'; of: number[]; answer: string }
  | { kind: 'deadline' | 'replyBy'; of: number[]; hours: number }
  | { kind: 'fold'; of: number[] };

/** An issued dispatch, and what can befall its recipients as one SQL statement each. */
export async function recipientsWithEvents(database: DataSource) {
  const { dispatchId, next } = await aFrozenRecipient(database);
  const [{ id: clerk }] = await database.query('SELECT id FROM accounts');
  const [{ id: recall }] = await database.query(
    `INSERT INTO recalls (dispatch_id, is_whole, reason, basis, recalled_by)
     VALUES ($1, true, 'sai', 'ý kiến', $2) RETURNING id`,
    [dispatchId, clerk],
  );
  await database.query(
    `INSERT INTO files (sha256, media_type, is_here) VALUES ('f', 'x/y', false)`,
  );

  /** The statement; its first parameter is to be the recipients' ids. */
  const statement = (each: Event): [string, unknown[]] => {
    switch (each.kind) {
      case 'delivery':
        return [
          `INSERT INTO deliveries (recipient_id, dispatch_id, channel, address, state)
           SELECT id, dispatch_id, 'email', 'a@b.example', $2 FROM recipients WHERE id = ANY ($1)
           ORDER BY id ON CONFLICT (recipient_id) DO UPDATE SET state = excluded.state`,
          [each.state],
        ];
      case 'acknowledge':
        return [
          `INSERT INTO acknowledgements (recipient_id, file_sha256)
           SELECT id, 'f' FROM recipients WHERE id = ANY ($1) ORDER BY id ON CONFLICT DO NOTHING`,
          [],
        ];
      case 'refuse':
        return [
          `INSERT INTO refusals (recipient_id, file_sha256, name, post, how, reason, refused_at)
           SELECT id, 'f', 'An', 'Văn thư', 'link', 'duplicate', clock_timestamp()
           FROM recipients WHERE id = ANY ($1)`,
          [],
        ];
      case 'answer':
        return [
          `INSERT INTO refusal_answers (refusal_id, answer, answered_by)
           SELECT id, $2, $3 FROM refusals WHERE recipient_id = ANY ($1)
           ORDER BY id ON CONFLICT DO NOTHING`,
          [each.answer, clerk],
        ];
      case 'reply':
        return [
          `INSERT INTO replies (recipient_id, note, name, post, how)
           SELECT id, 'xong', 'An', 'Văn thư', 'link' FROM recipients WHERE id = ANY ($1)
           ORDER BY id ON CONFLICT DO NOTHING`,
          [],
        ];
      case 'recall':
        return [
          `INSERT INTO recall_requests (recipient_id, recall_id)
           SELECT id, $2 FROM recipients WHERE id = ANY ($1) ORDER BY id ON CONFLICT DO NOTHING`,
          [recall],
        ];
      case 'deadline':
      case 'replyBy':
        return [
          `UPDATE recipients SET ${each.kind === 'replyBy' ? 'reply_by' : 'acknowledge_by'} = now() + make_interval(hours => $2)
           WHERE id IN (SELECT id FROM recipients WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE)`,
          [each.hours],
        ];
      case 'fold':
        return [`${FOLD} WHERE $1::uuid[] IS NOT NULL`, []];
    }
  };
  return { dispatchId, next, statement };
}
