import { hasSecrecyMark } from './secrecy-marks.ts';

describe('A secrecy mark', () => {
  it.each([
    ['on a line of its own', 'Kính gửi\n  TỐI MẬT  \nnội dung'],
    ['in small letters', 'SỞ NỘI VỤ\nmật'],
    ['between signs', '*MẬT*'],
    ['with the number of its copy', 'MẬT - Bản số 01'],
    ['with the number of its copy in another order', 'Bản số: 02/05 TUYỆT MẬT'],
    ['with the urgency', 'MẬT/KHẨN'],
    ['with urgency and copy', 'HỎA TỐC - TỐI MẬT - Số bản: 03'],
    ['with its label', 'Độ mật: Mật'],
    ['with its label, without a colon', 'Độ mật Tuyệt mật'],
    ['as a letter behind its label', 'Độ mật: A'],
    ['behind its label, beside another', 'Số bản: 02; Độ mật: Tối mật'],
    ['over the whole page', 'TÀI LIỆU MẬT'],
    ['in brackets before the abstract', '[Mật] về việc rà soát'],
    ['in brackets behind the abstract', 'V/v rà soát biển báo (Mật)'],
    ['behind a dash', 'BÁO CÁO - TỐI MẬT'],
    ['before the abstract', 'TỐI MẬT – V/v rà soát biển báo'],
    ['in the other column', 'SỞ NỘI VỤ     TUYỆT MẬT'],
    ['in a cell', 'Số 12\tMẬT'],
    ['in spaced letters', 'T Ố I   M Ậ T'],
    ['from top to bottom', 'Số 1\nM\nẬ\nT\nSố 2'],
    ['after another kind of line end', 'Số 1\r\nMẬT\r\nSố 2'],
    ['under the end of a sentence', 'Các cơ quan, đơn vị nghiêm túc thực hiện.\nmật'],
  ])('stands %s', (_, text) => {
    expect(hasSecrecyMark(text)).toBe(true);
  });

  it.each([
    'Bảo mật thông tin',
    'mật khẩu',
    'Sở Mật mã',
    'bí mật kinh doanh',
    'BẢO MẬT',
    'THỰC HIỆN BẢO\nMẬT',
    'Tài liệu có độ tuyệt mật, tối mật và mật được lưu ở tủ riêng.',
    'Tài liệu độ Tuyệt mật do Thủ tướng Chính phủ quyết định.',
    'QUY ĐỊNH VỀ TÀI LIỆU TUYỆT MẬT',
    'Độ mật của tài liệu do người soạn thảo đề xuất.',
    'Người soạn thảo ghi rõ độ mật: tuyệt mật, tối mật hoặc mật theo danh mục.',
    'Tài liệu loại (mật) được gửi bằng phong bì riêng.',
    'Độ mật: Thường',
    'Độ mật: ....',
    'Độ mật',
    'Văn bản này không mật.',
    '1. Tài liệu mật',
    'Không đưa văn bản có độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) vào hệ thống.',
    'Các cơ quan, đơn vị phải giữ\nmật.',
    'Đơn vị soạn thảo phải xác định\nđộ mật của từng tài liệu',
  ])('is not: %j', (text) => {
    expect(hasSecrecyMark(text)).toBe(false);
  });
});
