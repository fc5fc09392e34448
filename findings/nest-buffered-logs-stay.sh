#!/usr/bin/env bash
# NestJS 12.5.1 (@nestjs/core): with `bufferLogs: true` and `autoFlushLogs: false`, logs after
# `app.useLogger(…)` and `app.listen(…)` are still buffered: nothing is ever printed and the buffer grows.
#
# Expected: bufferLogs keeps lines until one's own logger is attached (docs.nestjs.com, techniques, logger),
#   so useLogger should print them and whatever comes afterwards; autoFlushLogs reads as if it were only
#   about what happens when starting fails.
# Seen: useLogger flushes only when autoFlushLogs was left on; otherwise the static buffer of `Logger`
#   stays attached until app.flushLogs() is called, also for requests hours later.
# Follows for us: whoever turns autoFlushLogs off calls app.flushLogs() after useLogger
#   (src/web-application.ts; held by test/ops/health/observing.e2e-spec.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund @nestjs/core@12.5.1 @nestjs/common@12.5.1 \
  @nestjs/platform-express@12.5.1 reflect-metadata@0.2.2 rxjs@7.8.2 2>/dev/null
cat >run.mjs <<'JS'
import 'reflect-metadata';
import { ConsoleLogger, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

class Root {}
Module({})(Root);
const autoFlushLogs = process.argv[2] === 'auto';
const app = await NestFactory.create(Root, { bufferLogs: true, autoFlushLogs });
app.useLogger(new ConsoleLogger({ json: true }));
await app.listen(0, '127.0.0.1');
new Logger('Request').log('after listening');
if (process.argv[2] === 'flushed') app.flushLogs();
await app.close();
JS
lines() { node run.mjs "$1" | grep -c 'after listening' || true; }
auto=$(lines auto) off=$(lines off) flushed=$(lines flushed)
echo "autoFlushLogs on: $auto line; off: $off; off, then app.flushLogs(): $flushed"
[ "$auto $off $flushed" = "1 0 1" ] || { echo 'The behaviour has changed.'; exit 1; }
