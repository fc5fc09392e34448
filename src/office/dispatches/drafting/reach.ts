import type { EntityManager } from 'typeorm';
import { AgencyGroup } from '../../directory/agency-group.entity.ts';
import { routesTo } from '../../directory/agency.entity.ts';
import { expand } from '../../directory/expansion.ts';
import type { DraftLines } from '../dispatch.schemas.ts';
import type { BoundLine, LineTargets, WrittenLine } from '../line-targets.ts';
import { reaching } from '../preflight.ts';
import type { Terms } from '../terms.ts';
import { RecipientLine, type LineTarget, type Section } from '../recipient-line.entity.ts';

/** What one written line comes to. */
export interface LineReach extends Terms {
  section: Section;
  text: string;
  /** `unknown`: the directory has no such name; `ambiguous`: more than one have it. */
  target: LineTarget | 'unknown' | 'ambiguous';
  /** Those who share the name, each as it is told from the others. */
  namesakes: string[];
  /** How many agencies it leads to, and how many of them a line above leads to already. */
  agencies: number;
  again: number;
}

export interface Reach {
  lines: LineReach[];
  /** Each agency once. */
  recipients: number;
  unreachable: { code: string; name: string }[];
}

/** Who would receive a draft as it stands in the form, as of a date (`YYYY-MM-DD`); nothing is stored. */
export async function reachOf(
  manager: EntityManager,
  targets: LineTargets,
  officeId: string,
  draft: DraftLines,
  asOf: string,
): Promise<Reach> {
  const resolved = await targets.resolve(officeId, draft);
  const groups = await manager.findBy(AgencyGroup, { officeId });
  const lines = resolved.map((line, index) =>
    manager.create(RecipientLine, {
      ...line,
      text: String(index),
      section: 'copy',
      group: 'groupId' in line ? groups.find(({ id }) => id === line.groupId) : null,
    }),
  );
  const reached = await expand(manager, officeId, reaching(lines), asOf);
  return {
    lines: resolved.map((line, index) => {
      const here = reached.filter((one) => one.lines.includes(String(index)));
      const { section, text, purpose, acknowledgeBy, replyBy } = line;
      return {
        section,
        text,
        purpose,
        acknowledgeBy,
        replyBy,
        target: targetOf(line),
        namesakes: ('namesakes' in line && line.namesakes) || [],
        agencies: here.length,
        again: here.filter((one) => Number(one.lines[0]) < index).length,
      };
    }),
    recipients: reached.length,
    unreachable: reached
      .map(({ agency }) => agency)
      .filter((agency) => routesTo(agency).length === 0),
  };
}

function targetOf(line: BoundLine | WrittenLine): LineReach['target'] {
  if ('target' in line) return line.target;
  return line.namesakes ? 'ambiguous' : 'unknown';
}
