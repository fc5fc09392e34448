import type { LayoutFinding } from '../../../src/engines/page/finding.ts';
import { formPlace } from './form-place.ts';

const SEVERITY = { error: 'Lỗi', warning: 'Nên xem lại', repaired: 'Đã tự sửa' };

/** What the layout check says; `undefined` while the form is not complete enough to be checked. */
export function LayoutFindings({
  findings,
  form,
}: {
  findings?: LayoutFinding[];
  /** Address of the form that places lead into; empty where it stands beside. */
  form?: string;
}) {
  if (!findings) return <p class="muted">Điền đủ các mục để kiểm tra thể thức.</p>;
  if (findings.length === 0) return <p class="done">Thể thức đúng quy định.</p>;
  return (
    <ul class="findings">
      {findings.map(({ severity, place, message, remedy, clause }, index) => (
        <li key={index} class={severity}>
          <b>{SEVERITY[severity]}</b> · <Place {...{ place, form }} />
          <br />
          {message} {remedy}
          <small>{clause}</small>
        </li>
      ))}
    </ul>
  );
}

/** Without JavaScript it leads to the control, with it to the paragraph or the line. */
function Place({ place, form }: { place: string; form?: string }) {
  const found = form === undefined ? undefined : formPlace(place);
  if (!found) return <>{place}</>;
  const { control, at } = found;
  const query = form && at ? `?at=${at}` : '';
  return (
    <a href={`${form}${query}#${control}`} data-at={at ?? ''}>
      {place}
    </a>
  );
}
