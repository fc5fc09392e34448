import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../src/office/dispatches/dispatch.entity.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import type { Version } from '../../../src/office/dispatches/version.entity.ts';
import type { ComparedPart } from '../../../src/office/dispatches/drafting/versions/compare.ts';

export interface VersionsPageProps {
  dispatch: Dispatch;
  versions: Version[];
  before?: Version;
  after?: Version;
  /** Absent while there is nothing to compare with. */
  parts?: ComparedPart[];
}

export function VersionsPage({ dispatch, versions, before, after, parts }: VersionsPageProps) {
  return (
    <>
      <p class="muted">
        <a href={`/dispatches/${dispatch.id}`}>‹ {reference(dispatch)}</a>
      </p>
      <h1>Các lần lưu</h1>
      {versions.length === 0 && <p>Văn bản này chưa có lần lưu nào được giữ.</p>}
      {versions.length > 0 && (
        <form method="get">
          <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
            <table>
              <thead>
                <tr>
                  <th>Trước</th>
                  <th>Sau</th>
                  <th>Lần lưu</th>
                  <th>Lúc</th>
                  <th>Người lưu</th>
                </tr>
              </thead>
              <tbody>
                {versions.map((version) => (
                  <Row key={version.revision} version={version} before={before} after={after} />
                ))}
              </tbody>
            </table>
          </div>
          {versions.length > 1 && (
            <div class="actions">
              <button>So sánh</button>
            </div>
          )}
        </form>
      )}
      {parts && (
        <section>
          <h2>
            Lần lưu {after!.revision} so với lần lưu {before!.revision}
          </h2>
          {parts.length === 0 && <p>Hai lần lưu giống nhau.</p>}
          <ComparedParts parts={parts} />
        </section>
      )}
    </>
  );
}

function Row({
  version: { revision, savedAt, saver, isAutomatic },
  before,
  after,
}: {
  version: Version;
  before?: Version;
  after?: Version;
}) {
  const choose = (name: string, label: string, chosen?: Version) => (
    <td>
      <input
        type="radio"
        name={name}
        value={revision}
        aria-label={`${label}: lần lưu ${revision}`}
        checked={chosen?.revision === revision}
      />
    </td>
  );
  return (
    <tr>
      {choose('from', 'Trước', before)}
      {choose('to', 'Sau', after)}
      <td>{revision}</td>
      <td>
        {vietnamTime(savedAt)}
        {isAutomatic && <small> tự lưu</small>}
      </td>
      <td>{saver.fullName}</td>
    </tr>
  );
}

export function ComparedParts({ parts }: { parts: ComparedPart[] }) {
  return (
    <>
      {parts.map((part) => (
        <Part key={part.name} part={part} />
      ))}
    </>
  );
}

function Part({ part: { name, changes } }: { part: ComparedPart }) {
  return (
    <>
      <h3>{name}</h3>
      <p class="compared">
        {changes.map(({ kind, text }, index) => {
          if (kind === 'added') return <ins key={index}>{text}</ins>;
          return kind === 'removed' ? <del key={index}>{text}</del> : text;
        })}
      </p>
    </>
  );
}
