/** Where a draft that was written in Word comes in. */
export function ImportDraftPage({ problem }: { problem?: string }) {
  return (
    <section class="narrow">
      <h1>Lấy dự thảo từ tệp Word</h1>
      <p>
        Hệ thống đọc nội dung, trích yếu, nơi gửi và nơi nhận vào biểu mẫu soạn thảo, kèm danh sách
        những gì không giữ được. Chưa có gì được lưu cho đến khi bạn sửa hoặc bấm “Lưu dự thảo”.
      </p>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <form class="stack" method="post" action="/dispatches/import" encType="multipart/form-data">
        <label for="file">Tệp .docx, không quá 10 MB</label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          required
        />
        <div class="actions">
          <button class="primary">Đọc tệp</button>
          <a href="/dispatches/new">Bỏ qua</a>
        </div>
      </form>
    </section>
  );
}

export interface Imported {
  found: string[];
  left: string[];
  dropped: string[];
}

/** Above the form that holds what was read. */
export function ImportedNotice({ found, left, dropped }: Imported) {
  return (
    <section class="notice imported" aria-label="Kết quả đọc tệp">
      <p>
        <b>Đã đọc tệp Word, chưa lưu.</b>{' '}
        {found.length > 0 ? `Nhận ra: ${found.join(', ')}.` : 'Không nhận ra phần nào của văn bản.'}{' '}
        Xem lại từng ô rồi bấm “Lưu dự thảo”.
      </p>
      {left.length + dropped.length > 0 && (
        <>
          <p>Không giữ lại, hoặc đã đổi và cần đọc lại:</p>
          <ul>
            {[...left, ...dropped].map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
