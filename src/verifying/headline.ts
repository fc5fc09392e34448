import type { Verified } from './verifying.service.ts';

export interface Headline {
  state: 'good' | 'doubt' | 'bad';
  title: string;
  sentence: string;
}

/** The verdict in a few words. `expected` are the hashes it may have, where one dispatch is asked for. */
export function headlineOf({ report, sha256, issued }: Verified, expected?: string[]): Headline {
  const fault = report.findings.find(({ isWarning }) => !isWarning);
  if (expected?.length && !expected.includes(sha256)) {
    return {
      state: 'bad',
      title: 'Khác với bản đã phát hành',
      sentence: fault?.message ?? 'Tệp này được ký hợp lệ, nhưng là một văn bản khác.',
    };
  }
  if (!fault) {
    const named = (role: 'person' | 'agency') =>
      report.signatures
        .filter((signature) => signature.role === role)
        .map(({ signer }) => plainName(signer?.commonName))
        .join(', ');
    return {
      state: 'good',
      title: 'Văn bản thật và nguyên vẹn',
      sentence: `${named('person')} đã ký, ${named('agency')} đã đóng dấu. Từ đó đến nay không ai sửa đổi.`,
    };
  }
  if (issued) {
    return {
      state: 'doubt',
      title: 'Đúng tệp đã phát hành, chữ ký số chưa đạt',
      sentence: fault.message,
    };
  }
  if (fault.code === 'unreadable') {
    const sentence = fault.message;
    return { state: 'doubt', title: 'Không kiểm tra được tệp này', sentence };
  }
  const isUnsigned = fault.code === 'not-signed';
  return {
    state: 'bad',
    title: isUnsigned ? 'Tệp chưa có chữ ký số' : 'Không phải văn bản thật và nguyên vẹn',
    sentence: isUnsigned
      ? 'Không thể biết ai đã ban hành và nội dung có bị sửa hay không.'
      : fault.message,
  };
}

/** The mark of a test certificate is shown beside the verdict, not in the name. */
export const plainName = (name = 'Không rõ') => name.replace(/ \(thử nghiệm\)$/, '');
