import type { EntityManager } from 'typeorm';
import { shortDate } from '../../platform/time/vietnam-time.ts';
import { routesTo, type Agency } from '../directory/agency.entity.ts';
import { failedAddresses } from '../directory/failed-addresses.ts';
import { expand, type Reached, type Reaching } from '../directory/expansion.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import type { Dispatch } from './dispatch.entity.ts';
import type { RecipientLine } from './recipient-line.entity.ts';
import type { Terms } from './terms.ts';
import {
  type Finding,
  error,
  warning,
  passedFindings,
  signatoryFindings,
  letterheadFindings,
} from './preflight-findings.ts';

export type ReachingLine = Reaching & Terms;

export interface Preflight {
  recipients: Reached<ReachingLine>[];
  /** Recipients without an address: the system cannot send to them. */
  unreachable: Agency[];
  findings: Finding[];
}

/** What stands in the way of issuing, and who would receive it, as of a date (`YYYY-MM-DD`). */
export async function preflight(
  manager: EntityManager,
  dispatch: Dispatch,
  asOf: string,
): Promise<Preflight> {
  const lines = reaching(dispatch.lines);
  const recipients = await expand(manager, dispatch.officeId, lines, asOf);
  const unreachable = recipients
    .map(({ agency }) => agency)
    .filter((agency) => routesTo(agency).length === 0);
  const reached = new Set(recipients.flatMap((recipient) => recipient.lines));
  const day = shortDate(asOf);
  const findings: Finding[] = [
    ...signatoryFindings(dispatch, asOf),
    ...(await letterheadFindings(manager, dispatch)),
    ...lines
      .filter((line) => !reached.has(line.text))
      .map((line) => error(`Dòng "${line.text}" không tới cơ quan nào còn hiệu lực ngày ${day}.`)),
    ...dispatch.lines.flatMap(passedFindings),
  ];
  if (recipients.length === 0)
    findings.push(error('Văn bản chưa có nơi nhận nào. Thêm ít nhất một dòng Nơi nhận.'));
  if (unreachable.length > 0) {
    findings.push(
      warning(
        `${unreachable.length} nơi nhận chưa có địa chỉ thư: ${few(unreachable)}. ` +
          'Bổ sung trong Danh bạ, hoặc gửi bản giấy.',
      ),
    );
  }
  const failed = await failedAddresses(manager, dispatch.officeId);
  const doubtful = recipients.map(({ agency }) => agency).filter(({ id }) => failed.has(id));
  if (doubtful.length > 0) {
    findings.push(
      warning(
        `${doubtful.length} nơi nhận có địa chỉ mà máy chủ thư báo là không dùng được: ` +
          `${few(doubtful)}. Sửa trong Danh bạ trước khi phát hành.`,
      ),
    );
  }
  return { recipients, unreachable, findings };
}

/** The lines that reach somebody; a reference and the archive line do not. */
export function reaching(lines: RecipientLine[]): ReachingLine[] {
  return lines
    .filter((line) => line.groupId ?? line.agencyId)
    .map((line) => ({
      text: line.label,
      kinds: line.group?.kinds,
      groupId: line.groupId ?? undefined,
      agencyId: line.agencyId ?? undefined,
      purpose: line.purpose,
      acknowledgeBy: line.acknowledgeBy,
      replyBy: line.replyBy,
    }));
}

/** The first names of many. */
function few(agencies: Agency[]): string {
  const names = agencies.slice(0, 5).map(({ name }) => name);
  return [...names, ...(agencies.length > 5 ? ['…'] : [])].join(', ');
}

/** Throws when an error stands in the way; warnings do not. */
export function requireNoErrors({ findings }: Preflight): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new RuleViolation('preflight-failed', errors.map(({ message }) => message).join(' '));
  }
}
