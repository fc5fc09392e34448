import { HttpException } from '@nestjs/common';
import { EntityNotFoundError } from 'typeorm';
import { StoreAway } from '../files/store-away.ts';
import { OwnFault } from '../problems/own-fault.ts';
import { PROBLEMS, type ProblemCode } from '../problems/problems.ts';
import { RuleViolation } from '../problems/rule-violation.ts';
import { TooDeep } from './deep-bodies.ts';
import { InvalidInput, type FieldError } from './invalid-input.ts';
import { TooLarge } from './limit-in-words.ts';
import { SignInNeeded } from './sign-in-needed.ts';
import { isDatabaseAway } from '../process/trouble-words.ts';
import { TooManyTries } from './throttle.ts';

/** RFC 9457 problem details; `title` is for the person, in Vietnamese. */
export interface Problem {
  type: ProblemCode | 'about:blank';
  title: string;
  status: number;
  errors?: FieldError[];
}

const TITLES: Record<number, string> = {
  400: 'Yêu cầu không đọc được.',
  401: 'Hãy đăng nhập để tiếp tục.',
  403: 'Tài khoản của bạn không có quyền làm việc này. Nhờ người có vai trò phù hợp làm, hoặc báo quản trị viên.',
  404: 'Không tìm thấy trang hoặc dữ liệu này. Kiểm tra lại đường dẫn.',
  413: 'Dữ liệu gửi lên quá lớn. Chia thành nhiều phần nhỏ hơn rồi gửi lại.',
  415: 'Kiểu dữ liệu gửi lên không được hỗ trợ.',
  503: 'Hệ thống tạm gián đoạn. Những gì đã lưu vẫn còn nguyên; hãy thử lại sau ít phút.',
  500: 'Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên kèm mã yêu cầu.',
};

function statusOf(error: unknown): number {
  if (error instanceof RuleViolation) return PROBLEMS[error.code].status;
  if (error instanceof InvalidInput) return PROBLEMS['invalid-input'].status;
  if (error instanceof TooManyTries) return PROBLEMS['too-many-tries'].status;
  if (error instanceof EntityNotFoundError) return 404;
  if (error instanceof HttpException) return error.getStatus();
  if (isDatabaseAway(error) || error instanceof StoreAway) return 503;
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** The one place that knows which error is which answer. */
export function problemOf(error: unknown): Problem {
  const status = statusOf(error);
  if (error instanceof InvalidInput) {
    const { sentence: title } = PROBLEMS['invalid-input'];
    return { type: 'invalid-input', title, status, errors: error.errors };
  }
  if (error instanceof RuleViolation || error instanceof OwnFault) {
    return { type: error.code, title: error.message, status };
  }
  if (error instanceof TooManyTries) {
    return { type: 'too-many-tries', title: error.message, status };
  }
  if (error instanceof TooLarge) return { type: 'too-large', title: error.message, status };
  if (error instanceof TooDeep) return { type: 'too-deep', title: error.message, status };
  if (error instanceof SignInNeeded) return { type: error.step, title: error.message, status };
  return problemOfStatus(status);
}

export function problemOfStatus(status: number): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? TITLES[400]!, status };
}
