/** What is longer is read, not looked at. */
const LONGEST_HEADING = 90;

export function ErrorPage({
  title,
  status,
  errors,
  requestId,
}: {
  title: string;
  status: number;
  errors?: { path: string; message: string }[];
  requestId: string;
}) {
  return (
    <section class="narrow">
      {title.length > LONGEST_HEADING ? (
        <>
          <h1>Chưa thực hiện được</h1>
          <p class="error" role="alert">
            {title}
          </p>
        </>
      ) : (
        <h1>{title}</h1>
      )}
      {errors && (
        <ul>
          {errors.map((error) => (
            <li key={error.path}>{error.message}</li>
          ))}
        </ul>
      )}
      <p>{status === 503 ? <a href="">Thử lại</a> : <a href="/">Về trang đầu</a>}</p>
      {status >= 500 && <p class="muted">Mã yêu cầu: {requestId}</p>}
    </section>
  );
}
