export const PASSWORD = 'mot-nam-lam-viec';
export const OLD = 'Sở Thông tin và Truyền thông';
export const NEW = 'Sở Khoa học và Công nghệ';

/** From 1/7/2025 on. */
export const NEW_HEAD = {
  name: NEW,
  parentBody: 'Ủy ban nhân dân tỉnh Hưng Yên',
  place: 'Hưng Yên',
  symbol: 'SKHCN',
  contact: ['Số 9 đường Chùa Chuông, Hưng Yên'],
  identifier: 'H31.15',
  formerIdentifier: '000.00.15.H31',
  validFrom: '2025-07-01',
};

const since = '2025-01-01';
const deputy = { capacity: 'KT.', onBehalfOf: 'GIÁM ĐỐC', post: 'PHÓ GIÁM ĐỐC', validFrom: since };
const person = (username: string, fullName: string, post: string, role: string, more = {}) => ({
  ...{ username, fullName, post, roles: [role], password: PASSWORD },
  ...more,
});

/** As a file for `npm run office`; no kind has an end yet. */
export const OFFICE = {
  office: {
    code: 'STTTT',
    name: OLD,
    parentBody: 'Ủy ban nhân dân tỉnh Thái Bình',
    place: 'Thái Bình',
  },
  people: [
    person('quantri', 'Lê Minh Đức', 'Chuyên viên Văn phòng', 'administrator'),
    person('vanthu', 'Nguyễn Thị Hạnh', 'Văn thư', 'clerk'),
    person('chuyenvien', 'Trần Thị Mai', 'Chuyên viên', 'drafter'),
    person('phogiamdoc', 'Vũ Xuân Thành', 'Phó Giám đốc', 'signer', { mandates: [deputy] }),
    person('lanhdao', 'Phạm Văn Nghĩa', 'Chánh Văn phòng', 'leader'),
  ],
  kinds: [
    { code: 'department', name: 'Sở, ban, ngành tỉnh' },
    { code: 'district', name: 'Ủy ban nhân dân cấp huyện' },
    { code: 'commune', name: 'Ủy ban nhân dân cấp xã' },
  ],
  groups: {
    'Các sở, ban, ngành tỉnh': ['department'],
    'Ủy ban nhân dân các huyện': ['district'],
    'Ủy ban nhân dân các xã': ['commune'],
  },
};

const DOMAIN = 'noi-nhan.example';

export const DIRECTORY = `code,name,kind,parent_code,valid_from,email
SNV,Sở Nội vụ,department,,2024-01-01,snv@${DOMAIN}
H.VT,Ủy ban nhân dân huyện Vũ Thư,district,,2024-01-01,vuthu@${DOMAIN}
H.KX,Ủy ban nhân dân huyện Kiến Xương,district,,2024-01-01,kienxuong@${DOMAIN}
X.1,Ủy ban nhân dân xã Minh Quang,commune,H.VT,2024-01-01,minhquang@${DOMAIN}
X.2,Ủy ban nhân dân xã Song Lãng,commune,H.VT,2024-01-01,songlang@${DOMAIN}
X.3,Ủy ban nhân dân xã Bình Nguyên,commune,H.KX,2024-01-01,binhnguyen@${DOMAIN}
`;

/** Two levels from 1/7/2025 on: the districts end, communes are joined. */
export const REFORM = `code,name,kind,valid_from,valid_to,successor_code,email
M.1,Ủy ban nhân dân xã Vũ Tiên,commune,2025-07-01,,,vutien@${DOMAIN}
M.2,Ủy ban nhân dân xã Kiến Xương,commune,2025-07-01,,,xakienxuong@${DOMAIN}
TT.1,Trung tâm Phục vụ hành chính công xã Vũ Tiên,Trung tâm Phục vụ hành chính công,2025-07-01,,,ttvutien@${DOMAIN}
H.VT,,,,2025-06-30,,
H.KX,,,,2025-06-30,,
X.1,,,,2025-06-30,M.1,
X.2,,,,2025-06-30,M.1,
X.3,,,,2025-06-30,M.2,
`;
