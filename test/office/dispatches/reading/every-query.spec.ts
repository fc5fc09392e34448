import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../src/platform/process/package-root.ts';

/** What looks for dispatches without asking who reads, and why it may. */
const WITHOUT_A_READER = {
  'administration/personal-data/holdings/texts.ts': 'counts rows; of texts nothing is shown',
  'delivery/bounces/flag-addresses.ts': 'the system itself',
  'delivery/outbox/prepared-dispatches.ts': 'the system itself: what is sent to recipients',
  'directory/kinds/kind-rules.ts': 'whether any dispatch has one, nothing of it',
  'dispatches/drafting/batch/signing-queue.ts': 'the signatory alone',
  'dispatches/pass-drafts.ts': 'who passes on the work of a leaver, without reading it',
  'dispatches/pass-on.ts': 'who passes on the work of a leaver, without reading it',
  'follow-up/evidence/evidence-rows.ts': 'rows of the dispatch that evidence.service.ts has read',
  'follow-up/evidence/register-facts.ts': 'the dispatch that evidence.service.ts has read',
  'follow-up/progress/progress-query.ts':
    'the dispatch that tracking.service.ts has found for this person',
  'follow-up/progress/recipients.service.ts':
    'of the dispatch that its callers have found for this person',
  'follow-up/reminders/compose-letter.ts': 'the system itself; mails.tsx says what it tells whom',
  'follow-up/reminders/pauses.ts': 'the system itself',
  'issuing/record-copies.ts': 'the system itself',
  'journal/facts/kinds.ts': 'the operator: facts against the journal',
  'recipients/inbox/inbox.service.ts': 'recipients: what was sent to them',
  'recipients/recalls/recall-letters.ts': 'the system itself: what is sent to recipients',
  'verifying/issued-dispatch.ts': 'whoever has the file or its code',
};

const LOOKS = /(?:FROM|JOIN) dispatches\b|\.(?:find|exists|count)\w*\(Dispatch\b/;
const ASKS = /may_read\(|(?:readable(?:Of)?|requireReadable|markReadable)\(/;

it('Every query for dispatches asks who reads, or is named here with its reason', () => {
  const office = join(packageRoot, 'src/office');
  const sources = readdirSync(office, { recursive: true, encoding: 'utf8' });
  const unasked = sources.filter((path) => {
    if (!/\.tsx?$/.test(path)) return false;
    const text = readFileSync(join(office, path), 'utf8');
    return LOOKS.test(text) && !ASKS.test(text);
  });
  expect(unasked.toSorted()).toEqual(Object.keys(WITHOUT_A_READER));
});
