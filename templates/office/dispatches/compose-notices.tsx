import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { Version } from '../../../src/office/dispatches/version.entity.ts';
import type { ComparedPart } from '../../../src/office/dispatches/drafting/versions/compare.ts';
import type { DraftSession } from '../../../src/office/dispatches/drafting/draft-sessions/draft-session.entity.ts';
import { ImportedNotice, type Imported } from './import-draft.tsx';
import { ComparedParts } from './versions.tsx';

/** What somebody else saved while this person typed. */
export interface Conflict {
  saved: Version;
  /** From what is saved to what was typed. */
  parts: ComparedPart[];
}

export interface ComposeNoticesProps {
  /** Forms of this person that were left without being stored. */
  unfinished: DraftSession[];
  /** Open forms of others. */
  others: DraftSession[];
  /** Somebody else's saving a moment ago. */
  meanwhile?: Version;
  conflict?: Conflict;
  imported?: Imported;
}

/** What one must know before typing on. */
export function ComposeNotices(props: ComposeNoticesProps & { id?: string; writing: string }) {
  const { id, writing, unfinished, others, meanwhile, conflict, imported } = props;
  return (
    <>
      {imported && <ImportedNotice {...imported} />}
      {conflict && <BothVersions {...conflict} id={id!} />}
      {meanwhile && others.length === 0 && (
        <p class="notice" role="status">
          {meanwhile.saver.fullName} vừa lưu dự thảo này lúc {vietnamTime(meanwhile.savedAt)}. Hỏi
          nhau trước khi cùng sửa; <a href={`/dispatches/${id}/versions`}>xem các lần lưu</a>.
        </p>
      )}
      <div
        aria-live="polite"
        hx-post={`/writings/${writing}/presence`}
        hx-include="#draft"
        hx-trigger="load, every 20s"
      >
        <Others others={others} />
      </div>
      {unfinished.map((one) => (
        <Unfinished key={one.id} writing={one} />
      ))}
    </>
  );
}

/** Who else has this draft open, since when. */
export function Others({ others }: { others: DraftSession[] }) {
  return (
    <>
      {others.map(({ id, account, beganAt }) => (
        <p key={id} class="notice">
          <b>{account.fullName}</b> đang mở dự thảo này từ {vietnamTime(beganAt)}. Hỏi nhau trước
          khi cùng sửa: ai lưu sau sẽ được xem cả hai bản.
        </p>
      ))}
    </>
  );
}

function Unfinished({ writing: { id, typedAt, typed } }: { writing: DraftSession }) {
  return (
    <form class="notice unfinished" method="post" action={`/writings/${id}/removal`}>
      <p>
        Bạn có bản gõ dở lúc {vietnamTime(typedAt)} chưa lưu thành dự thảo
        {typed?.abstract && `: “${typed.abstract}”`}.
      </p>
      <a class="button" href={`/writings/${id}`}>
        Mở lại
      </a>
      <button class="quiet">Bỏ</button>
    </form>
  );
}

function BothVersions({ saved, parts, id }: Conflict & { id: string }) {
  return (
    <section class="notice" role="alert">
      <p>
        <b>Chưa lưu: {saved.saver.fullName} đã lưu dự thảo này lúc</b> {vietnamTime(saved.savedAt)},
        sau khi bạn mở. Bản của bạn còn nguyên trong các ô dưới đây.
      </p>
      <p>
        <span class="compared">
          <ins>Chữ xanh</ins>
        </span>{' '}
        chỉ có trong bản của bạn,{' '}
        <span class="compared">
          <del>chữ gạch</del>
        </span>{' '}
        chỉ có trong bản đã lưu. Sửa cho đủ rồi bấm “Lưu dự thảo”: bản của bạn thành bản mới nhất,
        bản kia vẫn ở <a href={`/dispatches/${id}/versions`}>Các lần lưu</a>. Hoặc{' '}
        <a href={`/dispatches/${id}/edit`}>mở bản đã lưu</a>.
      </p>
      {parts.length === 0 ? <p>Hai bản giống nhau.</p> : <ComparedParts parts={parts} />}
    </section>
  );
}
