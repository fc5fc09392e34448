import { RECIPIENT_STATES } from '../../../../src/office/recipient-words.ts';
import { RECIPIENT_STATE_NAMES, REPLY_NAMES } from '../../../../src/office/recipient-words.ts';
import {
  type ProgressFacts,
  type RecipientFilter,
} from '../../../../src/office/follow-up/progress/tracking.schemas.ts';
import { PURPOSE_NAMES } from '../../../../src/office/dispatches/term-words.ts';

/** The part of an address that asks for the same list again. */
export const search = (filter: RecipientFilter) => ({
  state: filter.state,
  purpose: filter.purpose,
  reply: filter.reply,
  kind: filter.kind,
  district: filter.district,
  area: filter.area,
  late: filter.late === undefined ? undefined : String(filter.late),
  q: filter.q,
});

const REPLIES = ['owed', 'late', 'given'] as const;

/** What the list of recipients is narrowed to; only what there is to choose. */
export function Filters({
  filter,
  progress: { kinds, purposes, replies, districts, areas },
}: {
  filter: RecipientFilter;
  progress: ProgressFacts;
}) {
  return (
    <form class="filters" method="get" action="#recipients">
      <label>
        Tên
        <input type="search" name="q" value={filter.q} />
      </label>
      <Choice
        label="Trạng thái"
        name="state"
        chosen={filter.state}
        options={RECIPIENT_STATES.map((state) => [state, RECIPIENT_STATE_NAMES[state]])}
      />
      <Choice
        label="Loại"
        name="kind"
        chosen={filter.kind}
        options={kinds.map(({ kind, name }) => [kind, name])}
      />
      {purposes.length > 0 && (
        <Choice
          label="Mục đích"
          name="purpose"
          chosen={filter.purpose}
          options={purposes.map((each) => [
            each.purpose,
            `${PURPOSE_NAMES[each.purpose]} (${each.total})`,
          ])}
        />
      )}
      {replies.wanted > 0 && (
        <Choice
          label="Trả lời"
          name="reply"
          chosen={filter.reply}
          options={REPLIES.map((reply) => [reply, REPLY_NAMES[reply]])}
        />
      )}
      {districts.length > 0 && (
        <Choice
          label="Địa bàn"
          name="district"
          chosen={filter.district}
          options={districts.map(({ id, name }) => [id, name])}
        />
      )}
      {areas.length > 0 && (
        <Choice
          label="Khu vực"
          name="area"
          chosen={filter.area}
          options={areas.map(({ id, name }) => [id, name])}
        />
      )}
      <label class="check">
        <input type="checkbox" name="late" value="true" checked={filter.late === true} />
        Quá hạn
      </label>
      <button>Lọc</button>
    </form>
  );
}

function Choice({
  label,
  name,
  chosen,
  options,
}: {
  label: string;
  name: string;
  chosen: string | undefined;
  /** Value and words. */
  options: [string, string][];
}) {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">Tất cả</option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
