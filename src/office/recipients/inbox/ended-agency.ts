import type { EntityManager } from 'typeorm';
import { shortDate } from '../../../platform/time/vietnam-time.ts';
import type { Agency } from '../../directory/agency.entity.ts';
import { successorsOf } from '../../directory/successions.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';

export const hasEnded = ({ validTo }: Agency, today: string): boolean =>
  validTo !== null && validTo < today;

/** Nobody acts for an agency after its last day; whoever carries on has people of their own. */
export async function requireExisting(
  manager: EntityManager,
  agency: Agency,
  today: string,
): Promise<void> {
  if (!hasEnded(agency, today)) return;
  const heirs = await successorsOf(manager, agency.id, today);
  const names = heirs.map(({ name }) => name).join(', ');
  throw new RuleViolation(
    'agency-ended',
    `${agency.name} đã kết thúc hoạt động sau ngày ${shortDate(agency.validTo!)}. ${
      names
        ? `Văn bản gửi cơ quan này nay do ${names} nhận; tài khoản do văn thư nơi gửi chuyển sang hoặc mở ở đó.`
        : 'Danh bạ chưa ghi cơ quan kế thừa; hỏi văn thư nơi gửi.'
    }`,
  );
}
