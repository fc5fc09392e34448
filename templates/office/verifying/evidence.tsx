import type { Verified } from '../../../src/office/verifying/verified.ts';
import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type {
  RevisionReport,
  SignatureReport,
} from '../../../src/engines/signatures/verification/report.ts';
import type { Check } from '../../../src/office/verifying/checks.ts';
import { plainName } from '../../../src/office/verifying/headline-words.ts';
import {
  CLASSES,
  inPlainWords,
  INTEGRITIES,
  LEVELS,
  REVOCATIONS,
  SIGNER_ROLES,
  STATES,
  TRUSTS,
} from '../../../src/office/verifying/words.ts';

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

function Signer({ signature, count }: { signature: SignatureReport; count: number }) {
  const { role, signer, claimedTime, time, timeSource, revision, coversWholeFile } = signature;
  const { verdict, integrity, trust, revocation } = signature;
  const isTest = signer && signer.commonName !== plainName(signer.commonName);
  const covered = coversWholeFile ? 'Toàn bộ tệp' : `Đến lần lưu ${revision} trong ${count}`;
  return (
    <li class={CLASSES[verdict]}>
      <p class="role">{SIGNER_ROLES[role]}</p>
      <h3>
        {plainName(signer?.commonName)} {isTest && <span class="tag trial">thử nghiệm</span>}
      </h3>
      <dl>
        {signer?.organisation && signer.organisation !== plainName(signer.commonName) && (
          <>
            <dt>Thuộc</dt>
            <dd>{signer.organisation}</dd>
          </>
        )}
        {(claimedTime ?? time) && (
          <>
            <dt>Thời điểm</dt>
            <dd>
              {vietnamTime((claimedTime ?? time)!)}
              {timeSource === 'claimed' && <small>theo lời người ký</small>}
              {timeSource === 'timestamp' && role !== 'timestamp' && (
                <small>dấu thời gian xác nhận đã có từ trước {vietnamTime(time!)}</small>
              )}
            </dd>
          </>
        )}
        <dt>Phạm vi</dt>
        <dd>
          {covered}, {INTEGRITIES[integrity]}
        </dd>
        {signer && (
          <>
            <dt>Chứng thư</dt>
            <dd>
              {TRUSTS[trust]}, {REVOCATIONS[revocation]}
              <small>
                {signer.issuer} cấp, số <code>{signer.serialNumber}</code>, hiệu lực{' '}
                {vietnamTime(signer.notBefore).slice(6)}–{vietnamTime(signer.notAfter).slice(6)}
              </small>
            </dd>
          </>
        )}
      </dl>
    </li>
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
