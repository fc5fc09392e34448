export function RecoveryCodesPage({ codes, to }: { codes: string[]; to: string }) {
  return (
    <section class="narrow">
      <h1>Mã dự phòng</h1>
      <p>
        In hoặc chép lại ngay và cất ở nơi an toàn: hệ thống không hiện lại. Mỗi mã thay cho mã trên
        điện thoại một lần, khi mất hoặc hỏng điện thoại.
      </p>
      <ol class="once">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <a class="button primary wide" href={to}>
          Tôi đã cất mã
        </a>
      </p>
    </section>
  );
}
