import type { Verified } from '../../../src/office/verifying/verified.ts';
import { fileSize } from '../../../src/platform/text/words.ts';
import { headlineOf } from '../../../src/office/verifying/headline-words.ts';
import type { Known } from '../../../src/office/verifying/issued-dispatch.ts';
import { AboutDispatch, DraftOnly } from './about-dispatch.tsx';
import { Evidence } from './evidence.tsx';
import { inPlainWords } from '../../../src/office/verifying/words.ts';

export interface VerifyPageProps {
  /** Where the form sends the file. */
  action: string;
  /** The dispatch behind the QR code, where one was scanned. */
  known?: Known;
  verified?: Verified;
  /** Why the file was not looked at. */
  problem?: string;
}

export function VerifyPage({ action, known, verified, problem }: VerifyPageProps) {
  const issued = known?.issued;
  return (
    <article class="verify">
      {!known && !verified && (
        <>
          <h1>Kiểm tra văn bản</h1>
          <p class="lead">
            Chọn tệp PDF đã nhận được để biết ai đã ký, cơ quan nào đã đóng dấu và nội dung có bị
            sửa sau đó hay không. Không cần tài khoản; tệp không được lưu lại.
          </p>
        </>
      )}
      {known && !issued && <DraftOnly />}
      {issued && !verified && <AboutDispatch issued={issued} />}
      {verified && <Verdict verified={verified} expected={issued?.files} />}
      {issued && verified && <AboutDispatch issued={issued} heading="Bản đã phát hành" isAside />}
      {verified?.issued && !issued && (
        <AboutDispatch issued={verified.issued} heading="Có trong sổ của cơ quan ban hành" />
      )}
      {verified && <Evidence verified={verified} />}
      <UploadForm
        action={action}
        problem={problem}
        title={titleOfForm(verified !== undefined, issued !== undefined)}
      />
    </article>
  );
}

function titleOfForm(isAgain: boolean, isComparison: boolean): string | undefined {
  if (isAgain) return 'Kiểm tra tệp khác';
  return isComparison ? 'So tệp của bạn với bản đã phát hành' : undefined;
}

function Verdict({ verified, expected }: { verified: Verified; expected?: string[] }) {
  const { name, size, isTest } = verified;
  const { state, title, sentence } = headlineOf(verified, expected);
  return (
    <section class={`verdict ${state}`} role="status">
      {isTest && (
        <p class="trial">
          <b>Thử nghiệm</b> Chữ ký do tổ chức chứng thực thử nghiệm cấp, không có giá trị pháp lý.
        </p>
      )}
      <div>
        <h1>{title}</h1>
        <p>{inPlainWords(sentence)}</p>
        {state !== 'good' && (
          <p>
            Nếu nghi giả mạo: không làm theo nội dung văn bản, gọi tới cơ quan ban hành theo số điện
            thoại trên cổng thông tin của cơ quan đó.
          </p>
        )}
        <p class="muted">
          {name}, {fileSize(size)}
        </p>
      </div>
    </section>
  );
}

function UploadForm({
  action,
  problem,
  title,
}: {
  action: string;
  problem?: string;
  title?: string;
}) {
  return (
    <section>
      {title && <h2>{title}</h2>}
      {problem && <p role="alert">{problem}</p>}
      <form method="post" action={action} enctype="multipart/form-data" class="upload">
        <label for="file">Tệp PDF</label>
        <small id="file-hint">Tệp gốc, không phải ảnh chụp hay bản quét; tối đa 10 MB.</small>
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
  );
}
