import type { Verified } from './verified.ts';
import { mainReason } from '../../engines/signatures/verification/sentences.ts';

export interface Headline {
  state: 'good' | 'doubt' | 'bad';
  title: string;
  sentence: string;
}

/** The verdict in a few words. `expected` are the hashes it may have, where one dispatch is asked for. */
export function headlineOf({ report, sha256, issued }: Verified, expected?: string[]): Headline {
  const fault = mainReason(report.findings);
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
  const sentence = fault.message;
  if (fault.code === 'not-signed') {
    return {
      state: 'bad',
      title: 'Tệp chưa có chữ ký số',
      sentence: 'Không thể biết ai đã ban hành và nội dung có bị sửa hay không.',
    };
  }
  if (fault.verdict === 'failed') {
    return { state: 'bad', title: 'Không phải văn bản thật và nguyên vẹn', sentence };
  }
  if (report.signatures.length === 0) {
    return { state: 'doubt', title: 'Không kiểm tra được tệp này', sentence };
  }
  return { state: 'doubt', title: 'Chưa kết luận được, chưa thể coi là thật', sentence };
}

/** The mark of a test certificate is shown beside the verdict, not in the name. */
export const plainName = (name = 'Không rõ') => name.replace(/ \(thử nghiệm\)$/, '');
