import { type CorpusEntry, letter, paragraphs, prose } from './build.ts';

const MANY_LINES = Array.from({ length: 60 }, (_, i) => `Ủy ban nhân dân xã thứ ${i + 1}`);

/** Letterhead, number, date, addressees and Nơi nhận of a công văn. */
export const LETTERS: CorpusEntry[] = [
  { name: 'plain', document: letter(), pages: 1 },
  { name: 'number and date open', document: letter({ number: undefined, date: undefined }) },
  { name: 'number below ten', document: letter({ number: '05' }) },
  { name: 'number of five digits', document: letter({ number: '12345' }) },
  { name: 'last day of February', document: letter({ date: '2024-02-29' }) },
  { name: 'October', document: letter({ date: '2026-10-01' }) },
  { name: 'without parent body', document: letter({ parentBody: undefined }) },
  {
    name: 'parent body broken by its writer',
    document: letter({ parentBody: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH' }),
  },
  {
    name: 'long agency names',
    document: letter({
      parentBody: 'BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      issuingBody: 'TRUNG TÂM QUY HOẠCH VÀ ĐIỀU TRA TÀI NGUYÊN NƯỚC QUỐC GIA MIỀN BẮC',
    }),
  },
  {
    name: 'long place name',
    document: letter({ place: 'Thành phố Hồ Chí Minh', date: '2026-10-15', symbol: 'SNV-VP' }),
  },
  { name: 'short abstract', document: letter({ abstract: 'họp giao ban' }) },
  {
    name: 'long abstract',
    document: letter({
      abstract:
        'triển khai Nghị định của Chính phủ quy định về định danh và xác thực điện tử, việc kết nối, chia sẻ dữ liệu giữa các cơ quan nhà nước và bảo đảm an toàn thông tin mạng trên địa bàn toàn tỉnh năm 2026 và những năm tiếp theo',
    }),
  },
  {
    name: 'two addressees',
    document: letter({ addressees: ['Sở Tài chính', 'Sở Nội vụ'] }),
  },
  {
    name: 'many addressees, one longer than a line',
    document: letter({
      addressees: [
        'Các sở, ban, ngành tỉnh',
        'Các doanh nghiệp viễn thông, công nghệ thông tin, bưu chính và chuyển phát hoạt động trên địa bàn tỉnh Hưng Yên',
        'Ủy ban nhân dân các xã, phường',
        'Trung tâm Phục vụ hành chính công tỉnh',
      ],
    }),
  },
  {
    name: 'addressee longer than a line',
    document: letter({
      addressees: [
        'Ủy ban nhân dân các xã, phường; các cơ quan, đơn vị sự nghiệp, doanh nghiệp nhà nước trên địa bàn tỉnh',
      ],
    }),
  },
  {
    name: 'recipient lines that wrap',
    document: letter({
      recipientLines: [
        'Như trên',
        'Các cơ quan trung ương đóng trên địa bàn tỉnh và các tổ chức chính trị - xã hội cấp tỉnh (để phối hợp)',
        'Lưu: VT, CĐS (2)',
      ],
    }),
  },
  {
    name: 'typed punctuation in Nơi nhận',
    document: letter({ recipientLines: ['- Như trên;', 'Lãnh đạo Sở', 'Lưu: VT, CĐS.'] }),
  },
  { name: 'sixty recipient lines', document: letter({ recipientLines: MANY_LINES }), pages: 2 },
  { name: 'single recipient line', document: letter({ recipientLines: ['Lưu: VT'] }) },
  { name: 'typist mark', document: letter({ typistMark: 'PL.(300)' }) },
  {
    name: 'address at the foot of page 1',
    document: letter({
      contact: ['Số 1 đường Thử Nghiệm, tỉnh Hưng Yên', 'Thư điện tử: vanthu@skhcn.example'],
      markdown: paragraphs(9),
    }),
  },
  { name: 'end of text missing', document: letter({ markdown: prose(2).replace(/\.$/, '') }) },
  { name: 'one short paragraph', document: letter({ markdown: 'Kính mời dự họp./.' }) },
];
