import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type SchemaObject = Extract<
  NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string],
  { type?: unknown }
>;

/**
 * One parameter for each property of the query that the handler takes: of a schema with an `id`,
 * @nestjs/swagger 12.0.2 makes a single parameter without a name and without a type.
 */
export function nameQueries(operation: Operation, controller: Type, method: string): void {
  const nameless = operation.parameters?.some((each) => !('$ref' in each) && !each.name);
  if (!nameless) return;
  const schema = queryOf(controller, method);
  const required = new Set(schema.required);
  operation.parameters = [
    ...operation.parameters!.filter((each) => '$ref' in each || each.name),
    ...Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      in: 'query' as const,
      required: required.has(name),
      schema: property as SchemaObject,
    })),
  ];
}

function queryOf(controller: Type, method: string) {
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as Record<
    string,
    { schema?: z.ZodType }
  >;
  const [, query] = Object.entries(parameters).find(([key]) =>
    key.startsWith(`${RouteParamtypes.QUERY}:`),
  )!;
  const { definitions, ...schema } = z.toJSONSchema(query.schema!, {
    io: 'input',
    target: 'openapi-3.0',
  });
  // zod 4 puts a root that has an id beside itself.
  return schema.$ref === undefined ? schema : Object.values(definitions!)[0]!;
}
