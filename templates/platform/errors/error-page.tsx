/** What is longer is read, not looked at. */
const LONGEST_HEADING = 90;

export function ErrorPage({
  title,
  status,
  errors,
  requestId,
  isLink = false,
}: {
  title: string;
  status: number;
  errors?: { path: string; message: string }[];
  requestId: string;
  /** It was a personal link that was opened. */
  isLink?: boolean;
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
      <p>
        <WayOn isLink={isLink} status={status} />
      </p>
      {status >= 500 && <p class="muted">Mã yêu cầu: {requestId}</p>}
    </section>
  );
}

/** Whoever has a link has no account: the first page would only ask for one. */
function WayOn({ isLink, status }: { isLink: boolean; status: number }) {
  if (status === 503) return <a href="">Thử lại</a>;
  if (isLink && status === 404)
    return <>Bấm lại nút trong thư đã nhận, hoặc chép trọn địa chỉ ghi dưới nút ấy.</>;
  return <a href="/">Về trang đầu</a>;
}
