import type { DataSource } from 'typeorm';

/** What the run came to; every figure but `mailsReceived` and `seconds` is read from the database. */
export interface DemoReport {
  number: string;
  recipients: number;
  /** Recipients whose mail server accepted the mail, acknowledged or not. */
  delivered: number;
  acknowledged: number;
  withAddress: number;
  /** From the first step to the last acknowledgement. */
  seconds: number;
  /** Counted by the mailbox. */
  mailsReceived: number;
}

/** The figures anyone can derive again with this statement from the data folder that the run leaves. */
export async function figures(
  database: DataSource,
): Promise<
  Pick<DemoReport, 'number' | 'recipients' | 'delivered' | 'acknowledged' | 'withAddress'>
> {
  const [row] = await database.query(
    `SELECT lpad(number::text, greatest(2, length(number::text)), '0') || '/' || symbol AS number,
            (SELECT count(*)::int FROM recipients WHERE dispatch_id = dispatch.id) AS recipients,
            (SELECT count(*)::int FROM deliveries
             WHERE dispatch_id = dispatch.id AND state IN ('accepted', 'delivered')) AS delivered,
            (SELECT count(*)::int FROM acknowledgements
             JOIN recipients recipient ON recipient.id = recipient_id
             WHERE dispatch_id = dispatch.id) AS acknowledged,
            (SELECT count(*)::int FROM deliveries WHERE dispatch_id = dispatch.id) AS "withAddress"
     FROM dispatches dispatch WHERE state = 'issued'`,
  );
  return row;
}
