import type { LayoutFinding } from '../../src/documents/check/finding.ts';

const SEVERITY = { error: 'Lỗi', warning: 'Nên xem lại', repaired: 'Đã tự sửa' };

/** The control that holds what stands in a place of the page. */
const CONTROLS: [RegExp, string][] = [
  [/^Trích yếu|^Tên loại/, 'abstract'],
  [/^Số, ký hiệu/, 'symbol'],
  [/^Kính gửi/, 'addressees'],
  [/^Căn cứ/, 'legalBases'],
  [/^Nơi nhận/, 'copies'],
  [/^Phần ký|^Quyền hạn|^Họ tên người ký/, 'mandateId'],
  [/^Phụ lục/, 'annexes'],
  [/^Nội dung|đoạn \d/, 'body'],
];

const controlOf = (place: string) => CONTROLS.find(([pattern]) => pattern.test(place))?.[1];

/** What the layout check says; `undefined` while the form is not complete enough to be checked. */
export function LayoutFindings({
  findings,
  besideForm,
}: {
  findings?: LayoutFinding[];
  /** Places lead to the controls of the form. */
  besideForm?: boolean;
}) {
  const where = (place: string) => {
    const control = besideForm && controlOf(place);
    return control ? <a href={`#${control}`}>{place}</a> : place;
  };
  if (!findings) return <p class="muted">Điền đủ các mục để kiểm tra thể thức.</p>;
  if (findings.length === 0) return <p class="done">Thể thức đúng quy định.</p>;
  return (
    <ul class="findings">
      {findings.map(({ severity, place, message, remedy, clause }, index) => (
        <li key={index} class={severity}>
          <b>{SEVERITY[severity]}</b> · {where(place)}
          <br />
          {message} {remedy}
          <small>{clause}</small>
        </li>
      ))}
    </ul>
  );
}
