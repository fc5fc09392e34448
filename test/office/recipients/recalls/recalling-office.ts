import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { sendingOffice } from '../../../support/sending-office.ts';
import { until } from '../../../support/until.ts';

export const WHY = { reason: 'Sai thời hạn báo cáo.', basis: 'Ý kiến của Giám đốc Sở' };
export const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };

export type RecallingOffice = Awaited<ReturnType<typeof recallingOffice>>;

/** An office of 90 agencies that sends, with what its clerk does when something must come back. */
export async function recallingOffice(env: Record<string, string> = {}) {
  const office = await sendingOffice({ directory: scaledDirectory(90), env });
  const clerk = await office.as('vanthu');
  const drafter = await office.as('chuyenvien');
  const counts = async (id: string) =>
    (await clerk.get(`/api/dispatches/${id}/progress`).expect(200)).body.total;
  return {
    office,
    clerk,
    drafter,
    counts,
    async issuedTo(...names: string[]) {
      const addressees = names.map((text) => ({ text }));
      const draft = await aDraft(office, { addressees, copies: [{ text: 'Lưu: VT' }] });
      const id = await draftedBy(drafter, draft);
      await signed(office, id);
      await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
      return id;
    },
    sent: (id: string) => until('everything is sent', async () => (await counts(id)).waiting === 0),
    recall: (id: string, body: object = {}) =>
      clerk.post(`/api/dispatches/${id}/recall`).send({ ...WHY, ...body }),
    recalled: async (id: string) =>
      (await clerk.get(`/api/dispatches/${id}/recall`).expect(200)).body,
    noticesSent: (id: string, many: number) =>
      until('the notices are sent', async () => {
        const [row] = await office.database.query(
          `SELECT count(*)::int AS sent FROM recall_notices JOIN recipients ON id = recipient_id
           WHERE dispatch_id = $1 AND state = 'sent'`,
          [id],
        );
        return row.sent === many;
      }),
    async recipientOf(id: string, code: string) {
      const [row] = await office.database.query(
        'SELECT id FROM recipients WHERE dispatch_id = $1 AND code = $2',
        [id, code],
      );
      return row.id as string;
    },
    tokenOf: (recipient: string) => linkToken(office.config.keys, recipient),
  };
}
