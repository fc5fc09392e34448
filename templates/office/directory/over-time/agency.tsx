import { RECIPIENT_STATE_NAMES } from '../../../../src/office/recipient-words.ts';
import type { AgencyLife } from '../../../../src/office/directory/over-time/agencies.service.ts';
import { SCHEME_NAMES } from '../../../../src/office/directory/identifiers/words.ts';
import { shortDate, vietnamDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { Relative } from '../../../../src/office/directory/over-time/agency-life.ts';
import { Pager } from '../../../platform/components/pager.tsx';

export interface AgencyProps extends AgencyLife {
  page: number;
  pageSize: number;
  mayChange: boolean;
}

/** One agency: what it is and was, how it is reached, what it was sent. */
export function AgencyPage(props: AgencyProps) {
  const { agency, formerNames, predecessors, successors, groups } = props;
  const today = vietnamDate(new Date());
  return (
    <>
      <p class="muted">
        <a href="/directory">‹ Danh bạ</a>
      </p>
      <h1>
        {agency.name} <small>{agency.code}</small>
      </h1>
      <p>
        {props.kindName}
        {agency.parent && (
          <>
            , thuộc <AgencyLink to={agency.parent} />
          </>
        )}
        {props.area && (
          <>
            , <a href={`/directory/areas/${props.area.id}`}>{props.area.name}</a>
          </>
        )}
      </p>
      {agency.validTo && (
        <p class="notice">
          {agency.validTo < today ? 'Đã kết thúc' : 'Sẽ kết thúc'}: ngày cuối cùng là{' '}
          {shortDate(agency.validTo)}.
        </p>
      )}
      <h2>Lịch sử</h2>
      <ul>
        <li>Có hiệu lực từ {shortDate(agency.validFrom)}</li>
        {formerNames.map(({ validTo, name }) => (
          <li key={validTo}>
            Đến {shortDate(validTo)} tên là {name}
          </li>
        ))}
        {predecessors.map((one) => (
          <li key={one.id}>
            Kế thừa <AgencyLink to={one} />
          </li>
        ))}
        {successors.map((one) => (
          <li key={one.id}>
            Được <AgencyLink to={one} /> kế thừa
          </li>
        ))}
      </ul>
      <Addresses {...props} />
      <Codes {...props} />
      <h2>Nhóm hôm nay</h2>
      {groups.length === 0 && <p class="muted">Không nhóm nào tới cơ quan này.</p>}
      <ul>
        {groups.map(({ id, name }) => (
          <li key={id}>
            <a href={`/directory/groups/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
      <Received {...props} />
    </>
  );
}

const AgencyLink = ({ to }: { to: Relative }) => (
  <a href={`/directory/agencies/${to.id}`}>
    {to.name} ({to.code})
  </a>
);

function Codes({ agency, identifiers }: AgencyProps) {
  return (
    <>
      <h2>Mã định danh</h2>
      {identifiers.length === 0 && <p class="muted">Chưa ghi mã nào.</p>}
      <ul>
        {identifiers.map(({ id, scheme, code }) => (
          <li key={id}>
            {SCHEME_NAMES[scheme]}: <code>{code}</code>
          </li>
        ))}
      </ul>
      <a href={`/directory/agencies/${agency.id}/identifiers`}>Mọi mã, theo thời gian</a>
    </>
  );
}

function Addresses({ agency, addressFailure, mayChange }: AgencyProps) {
  return (
    <>
      <h2>Địa chỉ nhận</h2>
      <ul>
        <li>
          Thư điện tử: {agency.email ?? <em class="warn">chưa có</em>}
          {addressFailure && <small class="warn"> Máy chủ thư nói: {addressFailure.words}</small>}
        </li>
        {agency.telephone && <li>Điện thoại: {agency.telephone}</li>}
        {agency.webhookUrl && <li>Webhook: {agency.webhookUrl}</li>}
      </ul>
      {mayChange && <a href={`/directory/agencies/${agency.id}/channels`}>Kênh gửi</a>}
    </>
  );
}

function Received({ received, total, page, pageSize }: AgencyProps) {
  return (
    <>
      <h2>Văn bản đã gửi tới: {total}</h2>
      {total > 0 && (
        <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
          <table class="dated stacked">
            <thead>
              <tr>
                <th>Số, ký hiệu</th>
                <th>Ngày</th>
                <th>Trích yếu</th>
                <th>Tình trạng</th>
              </tr>
            </thead>
            <tbody>
              {received.map((one) => (
                <tr key={one.recipientId}>
                  <td>
                    <a href={`/dispatches/${one.dispatchId}`}>
                      {one.number}/{one.symbol}
                    </a>
                  </td>
                  <td>{shortDate(one.issuedOn)}</td>
                  <td>{one.abstract}</td>
                  <td>
                    <a class={`tag ${one.state}`} href={`/recipients/${one.recipientId}`}>
                      {RECIPIENT_STATE_NAMES[one.state]}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager {...{ page, pageSize, total }} href={(at) => `?page=${at}`} />
    </>
  );
}
