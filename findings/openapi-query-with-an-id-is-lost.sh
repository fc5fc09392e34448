#!/usr/bin/env bash
# Expected: a query described by a zod object becomes one OpenAPI parameter for each property, whether
#   or not the object carries an id for `components.schemas`.
# What happens: without `.meta({ id })` it does; with an id the query vanishes from the document (or
#   stays as a parameter without a name, where the handler has another decorated argument). Nothing
#   warns, and a client generated from it cannot filter or turn a page. zod writes a root that has an
#   id as `$ref` beside `definitions` when asked for OpenAPI 3.0, and the expansion looks at the root's
#   own `properties`.
# Versions: @nestjs/swagger 12.0.2, @nestjs/common 12.5.1, zod 4.6.7, Node 20.
# Source: `expandStandardSchemaParam` of @nestjs/swagger; `toJSONSchema` of zod.
# What follows for us: src/platform/openapi/queries.ts names the properties itself, held by test/platform/openapi/contract.e2e-spec.ts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @nestjs/common@12.5.1 @nestjs/core@12.5.1 \
  @nestjs/platform-express@12.5.1 @nestjs/swagger@12.0.2 reflect-metadata@0.2.2 rxjs@7.8.2 zod@4.6.7
cat >look.mjs <<'JS'
import 'reflect-metadata';
import { Controller, Get, Module, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

const filter = () => z.object({ page: z.coerce.number().optional(), q: z.string().optional() });

class Lists {
  plain(query) {}
  named(query) {}
}
for (const [name, schema] of [['plain', filter()], ['named', filter().meta({ id: 'Filter' })]]) {
  Reflect.defineMetadata('design:paramtypes', [Object], Lists.prototype, name); // as compilers write it
  Query({ schema })(Lists.prototype, name, 0);
  Get(name)(Lists.prototype, name, Object.getOwnPropertyDescriptor(Lists.prototype, name));
}
Controller()(Lists);
class App {}
Module({ controllers: [Lists] })(App);

const app = await NestFactory.create(App, { logger: ['error'] });
const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
const seen = (path) => JSON.stringify(paths[path].get.parameters);
console.log('without an id:', seen('/plain'));
console.log('with an id:   ', seen('/named'));
await app.close();
const names = (path) => paths[path].get.parameters.map(({ name }) => name).join();
if (names('/plain') !== 'page,q' || names('/named') !== '') {
  console.log('changed');
  process.exit(1);
}
JS
node look.mjs
