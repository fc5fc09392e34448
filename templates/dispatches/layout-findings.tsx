import type { LayoutFinding } from '../../src/documents/check/finding.ts';

const SEVERITY = { error: 'Lỗi', warning: 'Nên xem lại', repaired: 'Đã tự sửa' };

/** What the layout check says; `undefined` while the form is not complete enough to be checked. */
export function LayoutFindings({ findings }: { findings?: LayoutFinding[] }) {
  if (!findings) return <p class="muted">Điền đủ các mục để kiểm tra thể thức.</p>;
  if (findings.length === 0) return <p class="done">Thể thức đúng quy định.</p>;
  return (
    <ul class="findings">
      {findings.map(({ severity, place, message, remedy, clause }, index) => (
        <li key={index} class={severity}>
          <b>{SEVERITY[severity]}</b> · {place}
          <br />
          {message} {remedy}
          <small>{clause}</small>
        </li>
      ))}
    </ul>
  );
}
