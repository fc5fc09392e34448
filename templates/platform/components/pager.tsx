/** Links to the page before and after; `href` makes the address of a page. */
export function Pager({
  page,
  pageSize,
  total,
  href,
}: {
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1 && page === 1) return null;
  return (
    <nav class="pager" aria-label="Phân trang">
      {page > 1 && (
        <a href={href(Math.min(page - 1, last))} rel="prev">
          ‹ Trước
        </a>
      )}
      <span>
        Trang {page}/{last}
      </span>
      {page < last && (
        <a href={href(page + 1)} rel="next">
          Sau ›
        </a>
      )}
    </nav>
  );
}

/** `?a=1&b=2` without what is empty. */
export function query(values: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}
