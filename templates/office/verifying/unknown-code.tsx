export function UnknownCode() {
  return (
    <article class="verify">
      <section class="verdict bad" role="status">
        <div>
          <h1>Không có văn bản nào mang mã này</h1>
          <p>
            Hệ thống này chưa từng cấp mã đó. Có thể mã bị quét sót, hoặc văn bản bị làm giả. Hãy
            quét lại; nếu vẫn vậy, không làm theo nội dung văn bản và báo cho cơ quan có tên trên
            đó.
          </p>
        </div>
      </section>
      <p>
        Có tệp PDF của văn bản? <a href="/verify">Kiểm tra chữ ký số của tệp</a>.
      </p>
    </article>
  );
}
