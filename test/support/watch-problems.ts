import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { openApiOf } from '../../src/openapi.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

interface Answered {
  method: string;
  path: string;
  status: number;
  type: string;
}

/** Keeps what the API answers with instead of what was asked; the function returned says which of it OpenAPI does not know. */
export function watchProblems(app: NestExpressApplication): () => string[] {
  const seen = new Map<string, Answered>();
  app.use((request: Request, response: Response, next: NextFunction) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      const route = request.route as { path: string } | undefined;
      const isProblem = response.get('content-type')?.startsWith('application/problem+json');
      if (isProblem && route?.path.startsWith('/api/') && response.statusCode < 500) {
        const { type } = JSON.parse(String(body)) as { type: string };
        const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
        const answered = {
          method: request.method.toLowerCase(),
          path,
          type,
          status: response.statusCode,
        };
        seen.set(Object.values(answered).join(' '), answered);
      }
      return send(body);
    };
    next();
  });
  return () => {
    if (seen.size === 0) return [];
    const { paths, components } = openApiOf(app);
    const answerOf = (operation: Operation | undefined, status: number): unknown => {
      const answer = operation?.responses[status];
      if (!answer || !('$ref' in answer)) return answer;
      return components?.responses?.[answer.$ref.split('/').at(-1)!];
    };
    return [...seen.values()].flatMap(({ method, path, status, type }) => {
      const known = JSON.stringify(answerOf(paths[path]?.[method as 'get'], status) ?? '');
      return known.includes(`"${type}"`)
        ? []
        : [`Undocumented: ${method} ${path} ${status} ${type}`];
    });
  };
}
