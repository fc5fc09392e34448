import { parseBody } from '../../../../src/engines/page/body.ts';
import { type CorpusEntry, letter, paragraphs, prose } from './build.ts';

const BASES = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
  'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
  'Theo đề nghị của Chánh Văn phòng Sở',
];
const ARTICLES = `Điều 1. ${prose(1)}\n\nĐiều 2. ${prose(1, 1)}\n\nĐiều 3. ${prose(1, 2)}`;

/** Types with a title, stamps, signing capacities, joint issue and annexes. */
export const TYPES: CorpusEntry[] = [
  {
    name: 'thông báo',
    document: letter({
      type: 'thong-bao',
      symbol: 'TB-SKHCN',
      abstract:
        'Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 3 năm 2026 về công tác chuyển đổi số',
      addressees: [],
    }),
  },
  {
    name: 'kế hoạch with headings',
    document: letter({
      type: 'ke-hoach',
      symbol: 'KH-SKHCN',
      abstract: 'Tuyên truyền về an toàn thông tin năm 2026',
      addressees: [],
      legalBases: BASES.slice(1, 2),
      markdown: `# I. MỤC ĐÍCH, YÊU CẦU\n\n## 1. Mục đích\n\n${prose(2)}\n\n## 2. Yêu cầu\n\n${prose(2, 1)}\n\n# II. NỘI DUNG\n\n${paragraphs(3)}`,
    }),
  },
  {
    name: 'báo cáo',
    document: letter({
      type: 'bao-cao',
      symbol: 'BC-SKHCN',
      abstract: 'Kết quả công tác quý I năm 2026',
    }),
  },
  {
    name: 'tờ trình',
    document: letter({
      type: 'to-trinh',
      symbol: 'TTr-SKHCN',
      abstract: 'Về việc phê duyệt Đề án chuyển đổi số giai đoạn 2026 - 2030',
      addressees: ['Ủy ban nhân dân tỉnh Hưng Yên'],
    }),
  },
  {
    name: 'giấy mời',
    document: letter({
      type: 'giay-moi',
      symbol: 'GM-SKHCN',
      abstract: 'Dự hội nghị tập huấn',
      addressees: ['Lãnh đạo Ủy ban nhân dân các xã, phường'],
    }),
  },
  {
    name: 'công điện',
    document: letter({
      type: 'cong-dien',
      symbol: 'CĐ-SKHCN',
      abstract: 'Về việc ứng phó với bão số 3',
      salutation: 'Giám đốc Sở Khoa học và Công nghệ điện:',
      addressees: ['Các đơn vị trực thuộc Sở', 'Ủy ban nhân dân các xã, phường'],
      urgency: 'HỎA TỐC',
    }),
  },
  {
    name: 'quyết định with legal bases and an annex',
    document: letter({
      type: 'quyet-dinh',
      symbol: 'QĐ-SKHCN',
      abstract: 'Về việc ban hành Quy chế làm việc của Sở Khoa học và Công nghệ',
      addressees: [],
      decidingAuthority: 'GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      legalBases: BASES,
      markdown: ARTICLES,
      annexes: [
        {
          title: 'Quy chế làm việc',
          body: parseBody(
            `# Chương I. Quy định chung\n\n# Điều 1. Phạm vi điều chỉnh\n\n1. ${prose(2)}\n\n2. ${prose(1)}\n\n# Chương II. Trách nhiệm\n\n# Mục 1. Lãnh đạo Sở\n\n# Điều 2. Giám đốc\n\n${paragraphs(14)}`,
          ),
        },
      ],
    }),
  },
  {
    name: 'two annexes',
    document: letter({
      issuingBodyName: 'Sở Khoa học và Công nghệ',
      annexes: [
        { title: 'Danh sách đơn vị', body: parseBody(paragraphs(12)) },
        {
          title: 'Biểu mẫu báo cáo',
          body: parseBody('| STT | Chỉ tiêu |\n|---|---|\n| 1 | Số lượt |'),
        },
      ],
    }),
  },
  { name: 'khẩn', document: letter({ urgency: 'KHẨN' }) },
  { name: 'thượng khẩn', document: letter({ urgency: 'THƯỢNG KHẨN' }) },
  { name: 'hỏa tốc', document: letter({ urgency: 'HỎA TỐC' }) },
  { name: 'circulation limit', document: letter({ circulation: 'XEM XONG TRẢ LẠI' }) },
  {
    name: 'TM.',
    document: letter({
      parentBody: undefined,
      issuingBody: 'ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN',
      symbol: 'UBND-KGVX',
      authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    }),
  },
  { name: 'Q.', document: letter({ authority: ['Q. GIÁM ĐỐC'] }) },
  { name: 'KT.', document: letter({ authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] }) },
  { name: 'TL.', document: letter({ authority: ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'] }) },
  {
    name: 'TUQ. with a long post',
    document: letter({
      authority: ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHỆ VÀ ĐỔI MỚI SÁNG TẠO'],
    }),
  },
  { name: 'another post above the name', document: letter({ signerPost: 'Trưởng Ban Chỉ đạo' }) },
  {
    name: 'two issuing bodies',
    document: letter({
      coIssuingBodies: ['CÔNG AN TỈNH'],
      authority: ['GIÁM ĐỐC', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
      coSignatures: [
        {
          authority: ['KT. GIÁM ĐỐC CÔNG AN TỈNH', 'PHÓ GIÁM ĐỐC'],
          signerName: 'Đại tá Lê Văn Nam',
        },
      ],
    }),
  },
  {
    name: 'three issuing bodies',
    document: letter({
      coIssuingBodies: ['CÔNG AN TỈNH', 'SỞ TÀI CHÍNH'],
      coSignatures: [
        { authority: ['GIÁM ĐỐC'], signerName: 'Lê Văn Nam' },
        { authority: ['GIÁM ĐỐC'], signerName: 'Phạm Thị Lan' },
      ],
    }),
  },
];
