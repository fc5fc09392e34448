#!/usr/bin/env bash
# safeParse throws when a transform parses.
#
# Expected: zod's safeParse never throws for bad input; a transform that parses parts of it with another
# schema adds that schema's issues.
# Happens: a ZodError thrown inside a transform is no issue but an exception: it leaves safeParse, with the
# raw list of issues as its message and without the path of the field. Only what refine, pipe or ctx.issues
# say is collected.
# Versions: zod 4.6.7, Node 20.
# Source: https://zod.dev/api#transforms ("transform functions should never throw").
# For us: lists in settings (DELIVERY_RETRY_SECONDS) are split in a transform and judged in a refine, so
# that the fault is told beside all the others, at its variable.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund zod@4.6.7
cat >ask.js <<'JS'
import { z } from 'zod';
const part = z.coerce.number().positive();
const split = z.string().transform((list) => list.split(','));
const inTransform = z.object({ pauses: z.string().transform((list) => list.split(',').map((each) => part.parse(each))) });
const inPipe = z.object({ pauses: split.pipe(z.array(part)) });
const told = (schema) => {
  try {
    return schema.safeParse({ pauses: '60,soon' }).error.issues[0].path.join('.');
  } catch (error) {
    return `threw ${error.constructor.name}, path ${JSON.stringify(error.issues[0].path)}`;
  }
};
const found = { transform: told(inTransform), pipe: told(inPipe) };
console.log(found);
const isAsSaid = found.transform.startsWith('threw ZodError') && found.pipe === 'pauses.1';
if (!isAsSaid) console.log('This has changed.');
process.exit(isAsSaid ? 0 : 1);
JS
node ask.js
