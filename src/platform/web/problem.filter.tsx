import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { ErrorPage } from '../../../templates/platform/errors/error-page.tsx';
import { Complaints } from '../process/complaints.ts';
import { page } from './page.tsx';
import { ownPath } from './own-path.ts';
import { problemOf } from './problem.ts';
import { requestId } from './request-id.ts';
import { SignInNeeded } from './sign-in-needed.ts';
import { TooManyTries } from './throttle.ts';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);
  private readonly complaints = new Complaints(this.logger);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error);
    const id = requestId() ?? randomUUID();
    if (problem.status === 503) {
      this.complaints.about(error);
      if (!response.headersSent) response.setHeader('Retry-After', 10);
    } else if (problem.status >= 500) {
      const { path } = (request.route ?? { path: 'none' }) as { path: string };
      this.logger.error(`${request.method} ${path}`, (error as Error)?.stack);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status);
    if (error instanceof TooManyTries) {
      response.setHeader('Retry-After', Math.ceil(error.retryAfterSeconds));
    }
    if (request.path.startsWith('/api') || request.accepts(['html', 'json']) === 'json') {
      response.type('application/problem+json').send(JSON.stringify({ ...problem, requestId: id }));
    } else if (problem.status === 401) {
      const at = error instanceof SignInNeeded ? error.page : '/signin';
      response.redirect(303, `${at}?to=${encodeURIComponent(readable(request))}`);
    } else {
      const isLink = request.params.token !== undefined;
      response
        .type('html')
        .send(
          page(
            { title: 'Chưa thực hiện được' },
            <ErrorPage {...problem} isLink={isLink} requestId={id} />,
          ),
        );
    }
  }
}

/** Where to go on after signing in: a page, never the address of a form. */
function readable(request: Request): string {
  if (request.method === 'GET') return request.originalUrl;
  const referrer = request.get('referer') ?? '';
  if (!URL.canParse(referrer)) return '/';
  const { host, pathname, search } = new URL(referrer);
  return host === request.get('host') ? ownPath(pathname + search) : '/';
}
