import type { PageFinding } from '../../../src/engines/page/page-rules/check-pdf.ts';
import type { ReadPart } from '../../../src/engines/page/page-rules/reading-report.ts';
import type { CheckedFile } from '../../../src/office/verifying/page-check/page-check.service.ts';
import { Findings } from './page-findings.tsx';

export interface PageCheckProps {
  checked?: CheckedFile;
  /** Why the file was not looked at. */
  problem?: string;
}

/** The form, and above it what was found in the file that was sent. */
export function PageCheckPage({ checked, problem }: PageCheckProps) {
  return (
    <article class="verify page-check">
      {checked ? <Outcome checked={checked} /> : <Opening />}
      <section>
        {checked && <h2>Kiểm tra tệp khác</h2>}
        {problem && <p role="alert">{problem}</p>}
        <form method="post" action="/page-check" enctype="multipart/form-data" class="upload">
          <label for="file">Tệp PDF</label>
          <small id="file-hint">
            Xuất thẳng từ phần mềm soạn thảo, không phải bản quét; tối đa 20 MB, 200 trang.
          </small>
          <input
            id="file"
            type="file"
            name="file"
            accept="application/pdf,.pdf"
            aria-describedby="file-hint"
            required
          />
          <button class="primary">Kiểm tra</button>
        </form>
      </section>
    </article>
  );
}

function Opening() {
  return (
    <>
      <h1>Kiểm tra thể thức</h1>
      <p class="lead">
        Chọn tệp PDF của một văn bản hành chính, do cơ quan này hay nơi khác soạn, để biết chỗ nào
        trên trang chưa đúng Nghị định 30/2020/NĐ-CP. Tệp không được lưu lại.
      </p>
    </>
  );
}

function Outcome({ checked }: { checked: CheckedFile }) {
  const { name, pages, notJudged, findings, read, unjudged } = checked;
  return (
    <>
      <section class={`verdict ${stateOf(checked)}`} role="status">
        <div>
          <h1>{notJudged ? 'Không kiểm tra' : headline(findings)}</h1>
          {notJudged && <p>{notJudged}</p>}
          <p class="muted">
            {name}, {pages} trang
          </p>
        </div>
      </section>
      {findings.length > 0 && <Findings findings={findings} />}
      {read.length > 0 && <Read read={read} />}
      {unjudged.length > 0 && (
        <section>
          <h2>Chưa xét</h2>
          <ul class="muted">
            {unjudged.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const countOf = (findings: PageFinding[], severity: PageFinding['severity']) =>
  findings.filter((finding) => finding.severity === severity).length;

function stateOf({ notJudged, findings }: CheckedFile): 'good' | 'doubt' | 'bad' {
  if (countOf(findings, 'error') > 0) return 'bad';
  return notJudged || findings.length > 0 ? 'doubt' : 'good';
}

function headline(findings: PageFinding[]): string {
  const [wrong, doubtful] = [countOf(findings, 'error'), countOf(findings, 'warning')];
  const said = [
    ...(wrong > 0 ? [`${wrong} lỗi`] : []),
    ...(doubtful > 0 ? [`${doubtful} điều nên xem lại`] : []),
  ];
  return said.length > 0 ? `Thấy ${said.join(' và ')}` : 'Không thấy lỗi thể thức';
}

function Read({ read }: { read: ReadPart[] }) {
  return (
    <section>
      <h2>Đọc được trên trang</h2>
      <dl>
        {read.map(({ label, value, page }) => (
          <>
            <dt>{label}</dt>
            <dd>
              {value} {page > 1 && <small>trang {page}</small>}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
