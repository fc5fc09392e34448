import { keysOf } from '../../../src/platform/text/words.ts';
import type { Mandate } from '../../../src/office/accounts/mandate.entity.ts';
import { rulesOf, TYPE_CODES } from '../../../src/engines/page/document-types.ts';
import type { Relation } from '../../../src/office/dispatches/dispatch.entity.ts';
import type { DraftValues } from '../../../src/office/dispatches/drafting/draft-values.ts';
import { Field } from '../../platform/components/field.tsx';
import { ComposeNotices, type ComposeNoticesProps } from './compose-notices.tsx';
import { LineRows } from './line-rows.tsx';
import type { Nameable } from '../../../src/office/dispatches/reading/reading.service.ts';
import { Annexes, LegalBases, RareMarks } from './more-parts.tsx';
import { ReadingChoice } from './reading/choice.tsx';
import { URGENCY_NAMES } from '../../../src/office/dispatches/words.ts';

const FOLLOWS: Record<Relation, string> = {
  replaces: 'Dự thảo này thay thế văn bản trước: sửa nội dung rồi trình ký như thường lệ.',
  corrects: 'Dự thảo này đính chính văn bản trước: ghi chỗ sai và nội dung đúng.',
};

export interface DraftFormProps {
  values: DraftValues;
  errors: Record<string, string>;
  /** Absent for a new draft. */
  id?: string;
  /** Of this form. */
  writing: string;
  mandates: Mandate[];
  /** Of the office's units, each whole: `STTTT-CNTT-VT`. */
  symbols: { symbol: string; name: string }[];
  nameable: Nameable[];
  /** Names that a browser without JavaScript offers in a line. */
  groups: { name: string }[];
  notices: ComposeNoticesProps;
  /** Address of the editor of bodies, and of what it reads other programs' text with. */
  editor: string;
  pasteReader: string;
}

export function DraftForm(props: DraftFormProps) {
  const { values, errors, id, writing, mandates, symbols, groups, notices, editor, pasteReader } =
    props;
  const { nameable } = props;
  const wrong = Object.keys(errors).length;
  return (
    <>
      <h1>{id ? 'Sửa dự thảo' : 'Soạn văn bản'}</h1>
      {wrong > 0 && (
        <p class="error" role="alert">
          Chưa lưu. Có {wrong} chỗ cần sửa, ghi ngay dưới từng ô.
        </p>
      )}
      {values.relation && <p class="notice">{FOLLOWS[values.relation as Relation]}</p>}
      <ComposeNotices {...notices} {...{ id, writing }} />
      <div class="desk">
        <form
          id="draft"
          data-editor={editor}
          data-paste-reader={pasteReader}
          method="post"
          action={id ? `/dispatches/${id}` : '/dispatches'}
          class="stack draft"
        >
          <input type="hidden" name="writing" value={writing} />
          <input type="hidden" name="dispatchId" value={id ?? ''} />
          <input type="hidden" name="revision" value={values.revision} />
          <input type="hidden" name="formerId" value={values.formerId} />
          <input type="hidden" name="relation" value={values.relation} />
          <Field
            id="abstract"
            label="Trích yếu"
            hint="Không ghi “V/v”, không ghi tên loại: hai chữ này in sẵn."
            error={errors.abstract}
          >
            <textarea id="abstract" name="abstract" rows={2} required>
              {values.abstract}
            </textarea>
          </Field>
          <div class="columns">
            <Field id="type" label="Loại văn bản" error={errors.type}>
              <select id="type" name="type">
                {TYPE_CODES.map((type) => (
                  <option key={type} value={type} selected={type === values.type}>
                    {rulesOf(type).name}
                  </option>
                ))}
              </select>
            </Field>
            <Field
              id="symbol"
              label="Ký hiệu"
              hint="Ví dụ STTTT-CNTT-VT; loại khác công văn: TB-STTTT"
              error={errors.symbol}
            >
              <input
                id="symbol"
                name="symbol"
                value={values.symbol}
                list="symbols"
                autocomplete="off"
                required
              />
              <datalist id="symbols">
                {symbols.map(({ symbol, name }) => (
                  <option key={symbol} value={symbol}>
                    {name}
                  </option>
                ))}
              </datalist>
            </Field>
            <Field id="urgency" label="Độ khẩn" error={errors.urgency}>
              <select id="urgency" name="urgency">
                {keysOf(URGENCY_NAMES).map((urgency) => (
                  <option key={urgency} value={urgency} selected={urgency === values.urgency}>
                    {URGENCY_NAMES[urgency]}
                  </option>
                ))}
              </select>
            </Field>
            <Field id="secrecy" label="Độ mật" error={errors.secrecy}>
              <select id="secrecy" name="secrecy">
                <option value="">Không</option>
                <option value="mat">Mật, Tối mật, Tuyệt mật</option>
              </select>
            </Field>
          </div>
          <LineRows legend="Kính gửi" name="addressees" rows={values.addressees} errors={errors} />
          <Field
            id="body"
            label="Nội dung"
            hint="Dòng trống ngăn đoạn; **đậm**, *nghiêng*; đầu dòng “- ” hoặc “1. ” là danh sách."
            error={errors.body}
          >
            <textarea id="body" class="rich" name="body" rows={16} required>
              {values.body}
            </textarea>
          </Field>
          <LegalBases {...{ values, errors }} />
          <Annexes {...{ values, errors }} />
          <LineRows legend="Nơi nhận" name="copies" rows={values.copies} errors={errors} />
          <section aria-label="Gửi tới" aria-live="polite">
            <div
              hx-post="/documents/recipients"
              hx-include="#draft"
              hx-trigger="load, input delay:500ms from:#draft"
            >
              <p class="muted">Lưu dự thảo để xem mỗi dòng gửi tới những nơi nào.</p>
            </div>
          </section>
          <Field id="mandateId" label="Người ký" error={errors.mandateId}>
            <select id="mandateId" name="mandateId">
              <option value="">Chưa chọn</option>
              {mandates.map((mandate) => (
                <option
                  key={mandate.id}
                  value={mandate.id}
                  selected={mandate.id === values.mandateId}
                >
                  {mandate.authority.join(' / ')}: {mandate.account.fullName}
                </option>
              ))}
            </select>
          </Field>
          <RareMarks {...{ values, errors }} />
          <ReadingChoice {...values} {...{ nameable, errors }} />
          <div class="actions keeping">
            <button class="primary">Lưu dự thảo</button>
            <button formaction="/documents/preview" formtarget="preview" formnovalidate>
              Xem trước PDF
            </button>
            <a href={id ? `/dispatches/${id}` : '/dispatches'}>Bỏ qua</a>
            <p id="saved" class="muted" role="status"></p>
          </div>
          <datalist id="targets">
            {groups.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </form>
        <aside>
          <div class="sheet">
            <p class="muted">
              Trang văn bản hiện ra ở đây khi đã có trích yếu, ký hiệu, kính gửi, nội dung và nơi
              nhận.
              <noscript> Điền xong thì bấm “Xem trước PDF”.</noscript>
            </p>
            <iframe
              class="paper"
              name="preview"
              title="Trang văn bản"
              src={id && `/dispatches/${id}/document.pdf#toolbar=0&navpanes=0&view=FitH`}
            />
          </div>
          <h2>Kiểm tra thể thức</h2>
          <div
            hx-post="/documents/layout"
            hx-include="#draft"
            hx-trigger="load, input delay:700ms from:#draft"
          >
            <p class="muted">Lưu dự thảo để xem kết quả kiểm tra.</p>
          </div>
        </aside>
      </div>
    </>
  );
}
