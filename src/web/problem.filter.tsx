import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { ErrorPage } from '../../templates/errors/error-page.tsx';
import { page } from './page.tsx';
import { problemOf } from './problem.ts';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error);
    const requestId = randomUUID();
    if (problem.status >= 500) {
      this.logger.error(`${requestId} ${request.method} ${request.path}`, (error as Error)?.stack);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status);
    if (request.path.startsWith('/api')) {
      response.type('application/problem+json').send(JSON.stringify({ ...problem, requestId }));
    } else if (problem.status === 401) {
      response.redirect(303, `/signin?to=${encodeURIComponent(request.originalUrl)}`);
    } else {
      response
        .type('html')
        .send(
          page({ title: 'Chưa thực hiện được' }, <ErrorPage {...problem} requestId={requestId} />),
        );
    }
  }
}
