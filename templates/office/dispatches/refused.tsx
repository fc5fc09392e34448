export function Refused({ reason }: { reason: string }) {
  return (
    <section class="narrow">
      <h1>Không tiếp nhận văn bản có độ mật</h1>
      <p class="error" role="alert">
        {reason}
      </p>
      <p>
        <a href="/dispatches">Về danh sách văn bản</a>
      </p>
    </section>
  );
}
