import { Catch, type ArgumentsHost } from '@nestjs/common';
import type { Response } from 'express';
import { PageCheckPage } from '../../../../templates/office/verifying/page-check.tsx';
import type { SignedInRequest } from '../../accounts/access.ts';
import { formErrors } from '../../../platform/web/form.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { page } from '../../../platform/web/page.tsx';
import { ProblemFilter } from '../../../platform/web/problem.filter.tsx';
import { problemOf } from '../../../platform/web/problem.ts';

/** Shows the form again with what was wrong with the file, instead of a bare error. */
@Catch()
export class PageCheckFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const { status, title } = problemOf(error);
    const { account } = host.switchToHttp().getRequest<SignedInRequest>();
    if (!account || status >= 500 || status < 402) return super.catch(error, host);
    const problem = error instanceof InvalidInput ? Object.values(formErrors(error))[0] : title;
    host
      .switchToHttp()
      .getResponse<Response>()
      .status(status)
      .type('html')
      .send(
        page(
          { title: 'Kiểm tra thể thức', account, current: 'page-check' },
          <PageCheckPage problem={problem} />,
        ),
      );
  }
}
