import type { PersonalProps } from '../receiving/personal-props.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { RecallFacts } from '../../../../src/office/recipients/recalls/recall-facts.ts';
import { Field } from '../../../platform/components/field.tsx';
import { PersonFields, typedInto } from '../receiving/personal-forms.tsx';
import { RECALL_ANSWER_NAMES } from '../../../../src/office/recipients/recalls/words.ts';

/** On the recipient's page: the office takes the dispatch back and asks what became of it there. */
export function Recalled(props: PersonalProps & { recall: RecallFacts }) {
  const { recall } = props;
  const { reason, basis, recalledAt } = recall.request.recall;
  return (
    <>
      <div class="notice error" role="status">
        <p>
          <strong>Văn bản đã thu hồi</strong> lúc {vietnamTime(recalledAt)}. Không sử dụng văn bản
          này nữa.
        </p>
        <p>Lý do: {reason}</p>
        <p>Căn cứ: {basis}</p>
      </div>
      <Said recall={recall} />
      {recall.request.fate === 'cancelled' ? (
        <p class="muted">Văn bản chưa gửi tới cơ quan nên không cần trả lời.</p>
      ) : recall.status === 15 ? (
        !recall.isRemoved && <RemovedForm {...props} />
      ) : (
        <AnswerForm {...props} />
      )}
    </>
  );
}

function Said({ recall: { answers } }: { recall: RecallFacts }) {
  if (answers.length === 0) return null;
  return (
    <div class="done" role="status">
      {answers.map(({ answer, answeredAt, name, post, note }) => (
        <p key={answer}>
          {RECALL_ANSWER_NAMES[answer]} lúc {vietnamTime(answeredAt)}. {name}, {post}.
          {note && ` Lý do: ${note}`}
        </p>
      ))}
    </div>
  );
}

function AnswerForm({
  base,
  typed,
  recall,
  facts,
  person,
}: PersonalProps & { recall: RecallFacts }) {
  const { errors, value } = typedInto('recall', typed);
  const known = (name: 'name' | 'post') => value(name) || facts.acknowledgement?.[name] || '';
  return (
    <form method="post" action={`${base}/recall-answer`} class="stack">
      <fieldset class="stack">
        <legend>Trả lời việc thu hồi</legend>
        <label class="check">
          <input
            type="radio"
            name="answer"
            value="agreed"
            required
            checked={value('answer') === 'agreed'}
          />
          Đồng ý, không sử dụng văn bản này nữa
        </label>
        <label class="check">
          <input
            type="radio"
            name="answer"
            value="refused"
            checked={value('answer') === 'refused'}
            disabled={recall.status === 16}
          />
          Không đồng ý (ghi lý do)
        </label>
        {errors.answer && <p class="error">{errors.answer}</p>}
      </fieldset>
      <label class="check">
        <input type="checkbox" name="isRemoved" value="true" />
        Đã xóa tệp khỏi hệ thống của cơ quan
      </label>
      <Field id="recall-note" label="Lý do, nếu không đồng ý" error={errors.note}>
        <textarea id="recall-note" name="note" rows={2}>
          {value('note')}
        </textarea>
      </Field>
      <PersonFields id="recall" errors={errors} value={known} person={person} />
      <button class="primary wide">Gửi trả lời</button>
    </form>
  );
}

function RemovedForm({ base, typed, recall, person }: PersonalProps & { recall: RecallFacts }) {
  const { errors, value } = typedInto('recall', typed);
  const last = recall.answers.at(-1);
  return (
    <form method="post" action={`${base}/recall-answer`} class="stack">
      <input type="hidden" name="answer" value="removed" />
      <PersonFields
        id="recall"
        errors={errors}
        value={(name) => value(name) || last?.[name] || ''}
        person={person}
      />
      <button class="primary wide">Xác nhận đã xóa tệp</button>
    </form>
  );
}
