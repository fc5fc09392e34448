import type { Account } from '../../../src/office/accounts/account.entity.ts';
import type { Mandate } from '../../../src/office/accounts/mandate.entity.ts';
import type { Unit } from '../../../src/office/accounts/unit.entity.ts';
import { DOCUMENT_TYPES, TYPE_CODES } from '../../../src/engines/page/document-types.ts';
import type { MandateValues } from '../../../src/office/mandates/mandate-form.ts';
import { Field } from '../../platform/components/field.tsx';
import { CAPACITY_CHOICES } from '../../../src/office/mandates/words.ts';

export interface MandateFormProps {
  values: MandateValues;
  errors: Record<string, string>;
  signers: Account[];
  units: Unit[];
  /** Mandates that others can be given from. */
  givers: Mandate[];
}

export function MandateForm(props: MandateFormProps) {
  const { values, errors, signers } = props;
  const wrong = Object.keys(errors).length;
  return (
    <div class="column">
      <p class="muted">
        <a href="/mandates">‹ Thẩm quyền ký</a>
      </p>
      <h1>Ghi thẩm quyền ký</h1>
      {wrong > 0 && (
        <p class="error" role="alert">
          Chưa lưu. Có {wrong} chỗ cần sửa, ghi ngay dưới từng ô.
        </p>
      )}
      <form method="post" action="/mandates" class="stack mandate">
        <Field id="accountId" label="Người ký" error={errors.accountId}>
          <select id="accountId" name="accountId" required>
            <option value="">Chọn người ký</option>
            {signers.map(({ id, fullName, post }) => (
              <option key={id} value={id} selected={id === values.accountId}>
                {fullName}, {post}
              </option>
            ))}
          </select>
        </Field>
        <fieldset class={errors.capacity ? 'wrong' : undefined}>
          <legend>Tư cách ký</legend>
          {errors.capacity && <p class="error">{errors.capacity}</p>}
          <div class="choices">
            {CAPACITY_CHOICES.map(({ value, name, hint }) => (
              <label key={value} class="choice">
                <input
                  type="radio"
                  name="capacity"
                  value={value}
                  checked={value === values.capacity}
                  required
                />
                <span>
                  {name}
                  <small>{hint}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Given {...props} />
        <Scope {...props} />
        <Period {...props} />
        <div class="actions">
          <button class="primary">Ghi thẩm quyền</button>
          <a href="/mandates">Bỏ qua</a>
        </div>
      </form>
    </div>
  );
}

function Given({ values, errors, givers }: MandateFormProps) {
  return (
    <>
      <Field
        id="grantedFromId"
        label="Người giao"
        hint="Người đứng đầu giao KT., TL., TUQ.; người ký TL. giao lại cho cấp phó của mình ký KT."
        error={errors.grantedFromId}
      >
        <select id="grantedFromId" name="grantedFromId">
          <option value="">Không giao, hoặc người giao không có trong danh sách</option>
          {givers.map((giver) => (
            <option key={giver.id} value={giver.id} selected={giver.id === values.grantedFromId}>
              {giver.account.fullName}: {giver.authority.join(' / ')}
            </option>
          ))}
        </select>
      </Field>
      <div class="columns">
        <Field
          id="onBehalfOf"
          label="Ký cho chức vụ, tập thể"
          hint="Sau KT., TL., TUQ., TM. Có người giao thì tự lấy."
          error={errors.onBehalfOf}
        >
          <input
            id="onBehalfOf"
            name="onBehalfOf"
            value={values.onBehalfOf}
            placeholder="GIÁM ĐỐC"
          />
        </Field>
        <Field
          id="post"
          label="Chức vụ của người ký"
          hint="In ngay trên chữ ký."
          error={errors.post}
        >
          <input id="post" name="post" value={values.post} placeholder="PHÓ GIÁM ĐỐC" required />
        </Field>
      </div>
    </>
  );
}

function Scope({ values, errors, units }: MandateFormProps) {
  const others = values.units.filter((each) => !units.some(({ symbol }) => symbol === each));
  return (
    <>
      <fieldset class={errors.documentTypes ? 'wrong' : undefined}>
        <legend>Loại văn bản được ký</legend>
        <small>Không chọn loại nào là mọi loại. TL. phải chọn loại.</small>
        {errors.documentTypes && <p class="error">{errors.documentTypes}</p>}
        <div class="boxes">
          {TYPE_CODES.map((code) => (
            <label key={code} class="check">
              <input
                type="checkbox"
                name="documentTypes"
                value={code}
                checked={values.documentTypes.includes(code)}
              />
              {DOCUMENT_TYPES[code].name}
            </label>
          ))}
        </div>
      </fieldset>
      {units.length > 0 && (
        <fieldset>
          <legend>Của đơn vị soạn</legend>
          <small>Không chọn đơn vị nào là mọi đơn vị.</small>
          <div class="boxes">
            {units.map(({ id, symbol, name }) => (
              <label key={id} class="check">
                <input
                  type="checkbox"
                  name="units"
                  value={symbol}
                  checked={values.units.includes(symbol)}
                />
                <span>
                  {symbol} <small>{name}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Field
        id="units"
        label={units.length > 0 ? 'Đơn vị khác' : 'Lĩnh vực, theo đơn vị soạn'}
        hint="Chữ viết tắt như trong ký hiệu, cách nhau bằng dấu phẩy; bỏ trống là mọi đơn vị."
        error={
          errors.units ?? Object.entries(errors).find(([key]) => key.startsWith('units.'))?.[1]
        }
      >
        <input id="units" name="units" value={others.join(', ')} placeholder="CNTT-VT, BCVT" />
      </Field>
    </>
  );
}

function Period({ values, errors }: MandateFormProps) {
  return (
    <>
      <Field
        id="basis"
        label="Căn cứ"
        hint="Văn bản ủy quyền (TUQ.), quy chế làm việc (TL.), văn bản phân công (KT.)."
        error={errors.basis}
      >
        <input
          id="basis"
          name="basis"
          value={values.basis}
          placeholder="Quyết định số 12/QĐ-STTTT ngày 02/01/2026"
        />
      </Field>
      <div class="columns">
        <Field id="validFrom" label="Từ ngày" error={errors.validFrom}>
          <input id="validFrom" name="validFrom" type="date" value={values.validFrom} required />
        </Field>
        <Field
          id="validTo"
          label="Đến hết ngày"
          hint="TUQ. phải có; còn lại bỏ trống là chưa định ngày."
          error={errors.validTo}
        >
          <input id="validTo" name="validTo" type="date" value={values.validTo} />
        </Field>
      </div>
    </>
  );
}
