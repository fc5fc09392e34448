import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { type Place, scopeNeeded } from './office/accounts/access.ts';
import { SESSION_COOKIE } from './office/accounts/session-cookie.ts';
import { documentProblems, PROBLEM_COMPONENTS } from './platform/openapi/problems.ts';
import { nameQueries } from './platform/openapi/queries.ts';
import type { ProblemCode } from './platform/problems/problems.ts';
import { Public } from './platform/web/public.ts';
import { REFUSALS } from './platform/web/refuses.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const SESSION = { session: [] };
const KEY = { key: [] };

/** The API, with what each route wants of its caller as the guard reads it. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Nơi Nhận')
    .setDescription('Phát hành công văn và biết ai đã nhận.')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: KEY_DESCRIPTION }, 'key')
    .build();
  const handlers = handlersOf(app);
  const document = SwaggerModule.createDocument(app, description, {
    operationIdFactory: nameOf,
  });
  const reflector = app.get(Reflector);
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      const places = handlers.get(operation.operationId ?? '')!;
      nameQueries(operation, places[1] as Type, operation.operationId!.split('_')[1]!);
      secure(operation, method, reflector, places);
      documentProblems(operation, reflector.getAllAndMerge<ProblemCode[]>(REFUSALS, places) ?? [], {
        isPublic: reflector.getAllAndOverride<boolean>(Public, places) ?? false,
      });
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...PROBLEM_COMPONENTS.schemas },
    responses: PROBLEM_COMPONENTS.responses,
  };
  return document;
}

const KEY_DESCRIPTION =
  'Khóa do người dùng tạo ở trang Tài khoản cho một phần mềm. Khóa phải có quyền mà thao tác ghi ở x-scope.';

const nameOf = (controller: string, method: string) => `${controller}_${method}`;

function secure(operation: Operation, method: string, reflector: Reflector, places: Place): void {
  if (reflector.getAllAndOverride(Public, places)) {
    operation.security = [];
    return;
  }
  const scope = scopeNeeded(reflector, method.toUpperCase(), places);
  const takesKey = scope !== 'person';
  operation.security = takesKey ? [SESSION, KEY] : [SESSION];
  if (takesKey) Object.assign(operation, { 'x-scope': scope });
}

function handlersOf(app: INestApplication): Map<string, Place> {
  const handlers = new Map<string, Place>();
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const methods = Object.getOwnPropertyDescriptors(metatype.prototype as object);
      for (const [name, { value }] of Object.entries(methods)) {
        if (typeof value !== 'function') continue;
        handlers.set(nameOf(metatype.name, name), [value as () => unknown, metatype]);
      }
    }
  }
  return handlers;
}
