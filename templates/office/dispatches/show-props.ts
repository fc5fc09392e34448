import type { NumberProblem } from '../../../src/office/dispatches/number-on-page.ts';
import type { Account } from '../../../src/office/accounts/account.entity.ts';
import type { Dispatch } from '../../../src/office/dispatches/dispatch.entity.ts';
import type { Relative } from '../../../src/office/dispatches/followers.ts';
import type { Preflight } from '../../../src/office/dispatches/preflight.ts';
import type { RecordCopy } from '../../../src/office/dispatches/record-copy.entity.ts';
import type { Submission } from '../../../src/office/dispatches/submission.entity.ts';
import type { LayoutFinding } from '../../../src/engines/page/finding.ts';
import type { Waiting } from '../../../src/office/dispatches/waiting-for-issue.ts';

export interface ShowDispatchProps {
  dispatch: Dispatch;
  preflight: Preflight;
  former: Relative | null;
  followers: Relative[];
  lastReturn?: Submission;
  /** The one that waits for its signature. */
  submission?: Submission;
  /** Where a timestamp service is configured. */
  recordCopy: RecordCopy | null;
  /** Of a draft that can still be mended. */
  layout: LayoutFinding[];
  /** Once it is signed and until it is issued. */
  waiting?: Waiting;
  now: Date;
  by: Account;
  /** Of the content that this page shows. */
  contentHash: string;
  /** What keeps its page from being signed today. */
  numberProblem?: NumberProblem;
  /** The office numbers before the signature. */
  numbersFirst: boolean;
  reasonError?: string;
}
