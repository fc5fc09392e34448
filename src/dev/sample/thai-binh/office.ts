import type { SampleFile, SamplePerson } from '../sample.ts';
import { GROUPS } from './draft.ts';

export const SAMPLE_PASSWORD = 'thai-binh-2024';

export const SAMPLE_PEOPLE: SamplePerson[] = [
  { username: 'chuyenvien', fullName: 'Trần Thị Mai', post: 'Chuyên viên', roles: ['drafter'] },
  { username: 'phogiamdoc', fullName: 'Vũ Xuân Thành', post: 'Phó Giám đốc', roles: ['signer'] },
  { username: 'vanthu', fullName: 'Nguyễn Thị Hạnh', post: 'Văn thư', roles: ['clerk'] },
  { username: 'lanhdao', fullName: 'Phạm Văn Nghĩa', post: 'Chánh Văn phòng', roles: ['leader'] },
  {
    username: 'quantri',
    fullName: 'Lê Minh Đức',
    post: 'Chuyên viên Văn phòng',
    roles: ['administrator'],
  },
];

export const SAMPLE_OFFICE: SampleFile = {
  office: {
    code: 'STTTT',
    name: 'Sở Thông tin và Truyền thông',
    parentBody: 'Ủy ban nhân dân tỉnh Thái Bình',
    place: 'Thái Bình',
  },
  people: SAMPLE_PEOPLE.map((person) => ({
    ...person,
    password: SAMPLE_PASSWORD,
    mandates: person.roles.includes('signer') ? [deputyForDirector()] : [],
  })),
  contacts: {
    clerk: { name: 'Nguyễn Thị Hạnh, Văn thư', email: 'vanthu@sttt.thaibinh.example' },
    head: { name: 'Phạm Văn Nghĩa, Chánh Văn phòng', email: 'lanhdao@sttt.thaibinh.example' },
  },
  groups: GROUPS,
};

function deputyForDirector() {
  const validFrom = '2024-01-01';
  return { capacity: 'KT.', onBehalfOf: 'GIÁM ĐỐC', post: 'PHÓ GIÁM ĐỐC', validFrom };
}
