/** Words of two syllables that names of bodies are made of: a line that ends within one reads badly. */
const WORDS = new Set([
  ...['văn hóa', 'thể thao', 'du lịch', 'thông tin', 'truyền thông', 'khoa học', 'công nghệ'],
  ...['giáo dục', 'đào tạo', 'nông nghiệp', 'môi trường', 'công thương', 'tài chính', 'nội vụ'],
  ...['xây dựng', 'tư pháp', 'ngoại vụ', 'y tế', 'dân tộc', 'tôn giáo', 'phát thanh'],
  ...['truyền hình', 'thanh tra', 'kinh tế', 'đầu tư', 'kế hoạch', 'giao thông', 'vận tải'],
  ...['ủy ban', 'nhân dân', 'hội đồng', 'quân sự', 'trung tâm', 'dịch vụ', 'tổng hợp'],
  ...['phục vụ', 'hành chính', 'văn phòng', 'quản lý', 'lao động', 'thương binh', 'xã hội'],
]);

/** Whether two syllables, one after the other, are one word; a mark may follow the second. */
export const areOneWord = (before: string, after: string): boolean =>
  WORDS.has(`${before} ${after.replace(/[,;.]$/, '')}`.toLocaleLowerCase('vi'));
