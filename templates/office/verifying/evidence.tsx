import type { Verified } from '../../../src/office/verifying/verified.ts';
import type { RevisionReport } from '../../../src/engines/signatures/verification/report.ts';
import type { Check } from '../../../src/office/verifying/checks.ts';
import { inPlainWords, LEVELS, STATES } from '../../../src/office/verifying/words.ts';
import { Signer } from './signer.tsx';

/** What the verdict rests on: question by question, signature by signature, saving by saving. */
export function Evidence({ verified }: { verified: Verified }) {
  const { report, checks, sha256 } = verified;
  const { signatures, revisions, level } = report;
  return (
    <>
      {signatures.length > 0 && <Checks checks={checks} />}
      {signatures.length > 0 && (
        <section>
          <h2>Ai đã ký</h2>
          <ul class="signers">
            {signatures.map((signature) => (
              <Signer key={signature.field} signature={signature} count={revisions.length} />
            ))}
          </ul>
        </section>
      )}
      {revisions.length > 0 && (
        <section>
          <h2>Tệp đã được lưu {revisions.length} lần</h2>
          <ol class="savings">
            {revisions.map((revision) => (
              <Saving key={revision.revision} revision={revision} />
            ))}
          </ol>
        </section>
      )}
      <details>
        <summary>Chi tiết kỹ thuật</summary>
        <dl>
          <dt>Mức chữ ký</dt>
          <dd>{LEVELS[level]}</dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </dl>
      </details>
    </>
  );
}

function Checks({ checks }: { checks: Check[] }) {
  return (
    <section>
      <h2>Đã kiểm tra</h2>
      <ul class="checks">
        {checks.map(({ question, state, answers }) => (
          <li key={question} class={state}>
            <b>
              {question}
              <span class="unseen">: {STATES[state]}</span>
            </b>
            {answers.map((answer) => (
              <small key={answer}>{inPlainWords(answer)}</small>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Saving({ revision }: { revision: RevisionReport }) {
  const { signedBy, changes, revision: number } = revision;
  const signed = signedBy.map((field) => `có ${inPlainWords(field)}`);
  const done = changes.filter(({ code }) => code !== 'field-signed');
  const lines = [
    ...[...signed, ...(number === 1 ? ['bản gốc'] : [])].map((message) => ({
      message,
      isFault: false,
    })),
    ...done.map(({ message, verdict }) => ({ message, isFault: verdict !== 'passed' })),
  ];
  return (
    <li>
      {lines.length === 0 ? 'không có thay đổi' : null}
      {lines.map(({ message, isFault }, index) => (
        <span key={message} class={isFault ? 'error' : undefined}>
          {index > 0 && '; '}
          {inPlainWords(message)}
        </span>
      ))}
    </li>
  );
}
