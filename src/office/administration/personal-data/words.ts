/** Whose data it is. */
export const WHOSE = {
  office: 'người của cơ quan',
  agency: 'người của nơi nhận',
  visitor: 'người mở đường dẫn, người lạ',
} as const;

/** What an office may limit, by the column that holds its months. */
export const PERIODS = {
  journalMonths: {
    name: 'Họ tên, chức vụ, địa chỉ mạng trong nhật ký',
    from: 'từ lúc ghi',
    // NĐ 333/2026/NĐ-CP: logs of a system at least twelve months.
    least: 12,
  },
  leftMonths: {
    name: 'Tên đăng nhập, địa chỉ thư, trình duyệt của người đã nghỉ',
    from: 'từ ngày nghỉ',
    least: 1,
  },
  letterMonths: {
    name: 'Tên và địa chỉ trên thư nhắc, thư mời đã gửi xong',
    from: 'từ lúc lập thư',
    least: 1,
  },
  formMonths: {
    name: 'Tờ đang viết dở không ai mở lại',
    from: 'từ lần mở sau cùng',
    least: 1,
  },
} as const;

export type PeriodName = keyof typeof PERIODS;
export const PERIOD_NAMES = Object.keys(PERIODS) as PeriodName[];

/** Twenty years: what must be kept longer is a record, not a trace. */
export const MOST_MONTHS = 240;
