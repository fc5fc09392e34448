import type { Reported } from '../delivery-report.entity.ts';
import { statusIn } from '../attempts/status-code.ts';
import { unescapeOctal } from './refusal-text.ts';

/** What a report says of one recipient. */
export interface ReportedFields {
  reported: Reported;
  status: string | null;
  server: string;
  diagnostic: string;
  /** RFC 3464, 2.3.1 and 2.3.2: whom we wrote to, where that was kept, and who was not reached. */
  original: string | undefined;
  final: string | undefined;
}

const ACTIONS: Record<string, Reported> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'relayed',
  expanded: 'relayed',
};
const WEIGHT: Reported[] = ['relayed', 'delivered', 'delayed', 'failed'];
/** `5.0.0`, `5.3.0`: servers give them when they have nothing to say. */
const GENERAL = /\.(0\.\d+|[2-7]\.0)$/;

const ANSWER = /^(?:[\w-]+\s*;\s*)?[45]\d\d[ -]/;

/**
 * Reads `message/delivery-status` (RFC 3464): groups of fields, the first about the report, the others
 * about a recipient each. Of several the worst counts: the sender is of one delivery, so the others
 * are what its address was turned into. Some servers have no empty line between the groups.
 */
export function readFields(text: string): ReportedFields | undefined {
  const fields = linesOf(text);
  const general = new Map<string, string>();
  const recipients: Map<string, string>[] = [];
  for (const [name, value] of fields) {
    const last = recipients.at(-1);
    const isNext = /^(original|final)-recipient$/.test(name) && (!last || last.has(name));
    if (isNext || (!last && name === 'action')) recipients.push(new Map([[name, value]]));
    else (last ?? general).set(name, value);
  }
  return recipients
    .flatMap((recipient) => readRecipient(recipient, general) ?? [])
    .toSorted((a, b) => WEIGHT.indexOf(b.reported) - WEIGHT.indexOf(a.reported))[0];
}

/** Names in lower case, in their order; folded lines are one. */
export const linesOf = (text: string): [name: string, value: string][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .map((line) => /^([\w-]+):\s*(.*)$/.exec(line.trim()))
    .flatMap((found) => (found ? [[found[1]!.toLowerCase(), found[2]!.trim()]] : []));

export function readRecipient(
  fields: Map<string, string>,
  general: Map<string, string>,
): ReportedFields | undefined {
  const reported = ACTIONS[/^[a-z]+/i.exec(fields.get('action') ?? '')?.[0].toLowerCase() ?? ''];
  if (!reported) return undefined;
  const diagnostic = answersIn(fields)
    .map((value) => unescapeOctal(withoutType(value)))
    .join(' ');
  const own = statusIn(fields.get('status') ?? '');
  const said = statusIn(diagnostic);
  const server = withoutType(fields.get('remote-mta') ?? general.get('reporting-mta') ?? '');
  return {
    reported,
    status: own && !GENERAL.test(own) ? own : (said ?? own),
    server: server.split(' ')[0]!.replace(/\.$/, ''),
    diagnostic,
    original: addressIn(fields.get('original-recipient')),
    final: addressIn(fields.get('x-actual-recipient')) ?? addressIn(fields.get('final-recipient')),
  };
}

/** The answer of the server, in the field for it or, where that is missing, in one of the gateway's own. */
function answersIn(fields: Map<string, string>): string[] {
  const known = ['diagnostic-code', 'x-supplementary-info'].map((name) => fields.get(name) ?? '');
  const own = [...fields]
    .filter(([name, value]) => name.startsWith('x-') && ANSWER.test(value))
    .map(([, value]) => value);
  return known.some(Boolean) ? known.filter(Boolean) : own;
}

/** `smtp; 550 No such user` is `550 No such user`. */
const withoutType = (value: string) => value.replace(/^[\w-]+\s*;\s*/, '');

/** `rfc822; <A+2Bb@so.example>` is `a+b@so.example` (RFC 3461, 4); undefined for what is no mail address. */
function addressIn(value: string | undefined): string | undefined {
  const address = withoutType(value ?? '')
    .replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/^[<"'\s]+|[>"'\s]+$/g, '')
    .toLowerCase();
  return /^[^\s@|/]+@[^\s@]+$/.test(address) ? address : undefined;
}
