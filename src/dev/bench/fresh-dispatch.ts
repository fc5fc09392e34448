import { parseBody, type Run } from '../../engines/page/body.ts';
import type { OfficialDocument } from '../../engines/page/official-document.ts';

const BODY =
  parseBody(`Thời gian qua, Sở Thông tin và Truyền thông nhận được thông tin về việc có người mạo danh cán bộ của Sở dùng số thuê bao điện thoại di động thông dụng gọi điện thông báo việc thu hồi số thuê bao của người dùng do không đủ điều kiện về đăng ký thông tin thuê bao, sau đó dẫn dắt, hướng dẫn người dùng nộp tiền để không bị thu hồi.

Sở khẳng định đây là hành vi lừa đảo. Cán bộ của Sở không gọi điện thông báo việc thu hồi số thuê bao điện thoại di động của người dùng.

**Sở Thông tin và Truyền thông khuyến nghị:** Khi nhận được cuộc gọi có dấu hiệu lừa đảo, đề nghị người dân bình tĩnh, thực hiện phản ánh tới đầu số Tổng đài 156 hoặc 5656 bằng cách gửi tin nhắn hoặc gọi điện. Cụ thể:

- **Cách 1:** Gửi tin nhắn (miễn phí) theo cú pháp: LD (Số điện thoại lừa đảo) (nội dung phản ánh) gửi 156 (hoặc 5656).

- **Cách 2:** Gọi tới đầu số 156 (miễn phí) để cung cấp thông tin theo hướng dẫn của điện thoại viên.

Sở đề nghị các cơ quan, đơn vị tuyên truyền đến các cán bộ, công chức, viên chức, người lao động, đoàn viên, hội viên trong cơ quan, đơn vị.

Đề nghị Ủy ban nhân dân các huyện, thành phố, Ủy ban nhân dân các xã, phường, thị trấn chỉ đạo tuyên truyền trên hệ thống thông tin cơ sở để người dân biết và phòng tránh.`);

let serial = 0;

/** A dispatch that was never rendered before: the words of each run in a new order, the body `times` over. */
export function freshDispatch(times: number): OfficialDocument {
  serial++;
  return {
    parentBody: 'ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH',
    issuingBody: 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
    number: String(10 + (serial % 9000)),
    symbol: 'STTTT-CNTT-VT',
    place: 'Thái Bình',
    date: '2024-03-05',
    year: 2024,
    abstract: 'mạo danh cán bộ Sở gọi điện thông báo việc thu hồi số thuê bao điện thoại di động',
    addressees: ['Các cơ quan, đơn vị trên địa bàn tỉnh'],
    body: Array.from({ length: times }, () => BODY)
      .flat()
      .map((block) => ('runs' in block ? { ...block, runs: block.runs.map(shuffled) } : block)),
    recipientLines: [
      'Như trên',
      'Các ban Đảng, tổ chức chính trị, đoàn thể tỉnh',
      'Các sở, ban, ngành tỉnh',
      'Ủy ban nhân dân các huyện, thành phố',
      'Lãnh đạo Sở',
      'Lưu: VT, CNTT-VT',
    ],
    authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    signerName: 'Vũ Xuân Thành',
  };
}

function shuffled(run: Run): Run {
  const words = run.text.split(' ');
  for (let i = words.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [words[i], words[j]] = [words[j]!, words[i]!];
  }
  return { ...run, text: words.join(' ') };
}
