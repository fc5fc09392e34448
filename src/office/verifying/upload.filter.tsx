import { Catch, type ArgumentsHost } from '@nestjs/common';
import type { Request, Response } from 'express';
import { VerifyPage } from '../../../templates/office/verifying/verify.tsx';
import { page } from '../../platform/web/page.tsx';
import { ProblemFilter } from '../../platform/web/problem.filter.tsx';
import { problemOf } from '../../platform/web/problem.ts';
import { TooManyTries } from '../../platform/web/throttle.ts';
import { MOST_BYTES, UploadRefused } from './upload.ts';

/** What befalls an upload on its way to us, by status. */
const WORDS: Record<number, string> = {
  400: 'Không nhận được trọn tệp. Hãy chọn lại một tệp PDF rồi gửi.',
  429: 'Bạn đã gửi nhiều tệp trong một phút. Chờ một phút rồi gửi tiếp.',
  413: `Tệp lớn hơn ${MOST_BYTES / 1_000_000} MB. Văn bản của hệ thống này không lớn đến vậy; hãy chọn tệp PDF gốc.`,
};

/** Shows the form again with what was wrong, instead of a bare error. */
@Catch()
export class UploadFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const { status } = problemOf(error);
    const problem = error instanceof UploadRefused ? error.message : WORDS[status];
    if (problem === undefined) return super.catch(error, host);
    const { path } = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof TooManyTries) {
      response.setHeader('Retry-After', Math.ceil(error.retryAfterSeconds));
    }
    response
      .status(status)
      .type('html')
      .send(page({ title: 'Kiểm tra văn bản' }, <VerifyPage action={path} problem={problem} />));
  }
}
