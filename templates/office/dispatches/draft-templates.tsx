import { shortDate, vietnamDate } from '../../../src/platform/time/vietnam-time.ts';
import { subjectOf, type DocumentType } from '../../../src/engines/page/document-types.ts';
import type { DraftTemplate } from '../../../src/office/dispatches/drafting/templates/draft-template.entity.ts';

/** The office's frequent dispatches. */
export function TemplatesPage({
  templates,
  problem,
}: {
  templates: DraftTemplate[];
  problem?: string;
}) {
  return (
    <>
      <div class="heading">
        <h1>Mẫu văn bản</h1>
        <a class="button" href="/dispatches/new">
          Soạn văn bản trống
        </a>
      </div>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {templates.length === 0 && (
        <p>
          Chưa có mẫu nào. Mở một văn bản hay dùng trong <a href="/dispatches">Văn bản đi</a> rồi
          chọn “Lưu làm mẫu”.
        </p>
      )}
      <ul class="plain things">
        {templates.map((template) => (
          <Row key={template.id} template={template} />
        ))}
      </ul>
    </>
  );
}

function Row({ template }: { template: DraftTemplate }) {
  const { id, name, draft, keeper, keptAt } = template;
  const { abstract } = draft;
  return (
    <li class="template">
      <div>
        <strong>{name}</strong>
        <small>{subjectOf({ type: draft.type as DocumentType, abstract })}</small>
        <small>
          {keeper.fullName} lưu ngày {shortDate(vietnamDate(keptAt))}
        </small>
      </div>
      <a class="button primary" href={`/dispatches/new?template=${id}`}>
        Soạn từ mẫu
      </a>
      <details>
        <summary>Đổi tên, xóa</summary>
        <form class="inline" method="post" action={`/templates/${id}`}>
          <label>
            Tên mẫu
            <input name="name" value={name} required maxLength={120} />
          </label>
          <button>Đổi tên</button>
          <button formaction={`/templates/${id}/removal`} formnovalidate>
            Xóa mẫu này
          </button>
        </form>
      </details>
    </li>
  );
}

/** On the page of a dispatch. */
export function KeepAsTemplate({ id, abstract }: { id: string; abstract: string }) {
  return (
    <details>
      <summary>Lưu làm mẫu</summary>
      <form class="inline" method="post" action="/templates">
        <input type="hidden" name="from" value={id} />
        <label>
          Tên mẫu
          <input name="name" value={abstract.slice(0, 120)} required maxLength={120} />
        </label>
        <button>Lưu mẫu</button>
      </form>
      <p class="muted">Giữ nội dung, nơi nhận và người ký; số, ngày và thời hạn thì không.</p>
    </details>
  );
}
