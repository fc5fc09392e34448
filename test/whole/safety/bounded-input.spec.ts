import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../../src/platform/process/package-root.ts';

const SRC = join(packageRoot, 'src');

/** The development mailbox is nobody's but the developer's, and the signing file is the operator's. */
const NO_DOORS = /\.spec\.|^(?:database\/migrations|dev|office\/signing-keys)\//;

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !NO_DOORS.test(path))
  .map((path) => ({ path, source: readFileSync(join(SRC, path), 'utf8') }));

/** Names of the schemas by which something from outside is read. */
const DOORS = [
  /@(?:Body|Query|Param)\((?:'\w+', )?\{ schema: (\w+) \}\)/g,
  /\bschema: ([A-Z]\w+),/g,
  /\b(?:parse|check)\(\s*([A-Z]\w+),/g,
];
/** Type parameters of what passes a schema on. */
const GENERIC = new Set(['S', 'T']);

/** Everything that is exported and is a schema, by its name. */
async function exportedSchemas(): Promise<Map<string, { path: string; schema: z.ZodType }>> {
  const found = new Map<string, { path: string; schema: z.ZodType }>();
  for (const { path, source } of sources.filter((one) => one.source.includes("from 'zod'"))) {
    const module = (await import(join(SRC, path))) as Record<string, unknown>;
    for (const [name, schema] of Object.entries(module)) {
      if (schema instanceof z.ZodType && source.includes(`export const ${name}`)) {
        found.set(name, { path, schema });
      }
    }
  }
  return found;
}

const namesIn = (patterns: RegExp[]): Set<string> =>
  new Set(
    sources.flatMap(({ source }) =>
      patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name]) => name!)),
    ),
  );

/** What stands at a door by name, and whatever a file of schemas exports that is no part of an answer. */
async function inputSchemas(): Promise<[string, z.ZodType][]> {
  const schemas = await exportedSchemas();
  const atDoors = namesIn(DOORS);
  const unknown = [...atDoors].filter((name) => !schemas.has(name) && !GENERIC.has(name));
  expect({ unknown, hint: 'export the schema where it is defined' }).toMatchObject({ unknown: [] });
  const answers = new Set(
    [...namesIn([/Returns\((?:z\.array\()?(\w+)/g])].flatMap((name) =>
      partsOf(schemas.get(name)?.schema),
    ),
  );
  return [...schemas]
    .filter(([name, { path, schema }]) => {
      if (atDoors.has(name)) return true;
      return path.endsWith('.schemas.ts') && !answers.has(schema);
    })
    .map(([name, { schema }]) => [name, schema]);
}

/** A schema and all it is made of. */
function partsOf(schema: unknown): unknown[] {
  if (!(schema instanceof z.ZodType)) return [];
  const { element, shape, options, innerType, in: before, out } = defOf(schema);
  const parts = [element, innerType, before, out, ...Object.values(shape ?? {})];
  return [schema, ...[...parts, ...((options as unknown[]) ?? [])].flatMap(partsOf)];
}

interface Def {
  type: string;
  checks?: { _zod: { def: { check: string; error?: unknown; pattern?: RegExp } } }[];
  [part: string]: unknown;
}

const defOf = (schema: unknown): Def => (schema as { _zod: { def: Def } })._zod.def;

/** What of a schema takes as much as somebody likes to send. */
function unbounded(schema: unknown, at: string): string[] {
  const def = defOf(schema);
  const checks = (def.checks ?? []).map((check) => check._zod.def);
  const max = checks.find(({ check }) => /^(max_length|length_equals)$/.test(check));
  const inner = (part: unknown, name = '') => unbounded(part, at + name);
  switch (def.type) {
    case 'string':
      return max || isShort(schema as z.ZodString, checks) ? [] : [`${at}: string without max`];
    case 'array': {
      const own = !max
        ? [`${at}: array without max`]
        : max.error
          ? []
          : [`${at}: array without a sentence for its max`];
      return [...own, ...inner(def.element, '[]')];
    }
    case 'object':
      return Object.entries(def.shape as object).flatMap(([key, part]) => inner(part, `.${key}`));
    case 'union':
      return (def.options as unknown[]).flatMap((part) => inner(part));
    case 'pipe': {
      const [before, after] = [def.in, def.out];
      if (defOf(before).type === 'transform') return inner(after);
      const faults = inner(before);
      return defOf(after).type === 'transform' || faults.length === 0 ? faults : inner(after);
    }
    case 'record':
      return checks.length > 0 ? inner(def.valueType, '{}') : [`${at}: record without a bound`];
    case 'unknown':
    case 'any':
      return checks.length > 0 ? [] : [`${at}: anything`];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'catch':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
      return inner(def.innerType);
    case 'enum':
    case 'literal':
    case 'number':
    case 'boolean':
    case 'null':
    case 'date':
      return [];
    default:
      return [`${at}: nobody has said whether ${def.type} is bounded`];
  }
}

/** A pattern without `*`, `+` or `{n,}` outside brackets, begun and ended, takes no more than it says. */
function isShort({ format }: z.ZodString, checks: { pattern?: RegExp }[]): boolean {
  if (format !== null && ['uuid', 'date'].includes(format)) return true;
  return checks.some(({ pattern }) => {
    const bare = pattern?.source.replaceAll(/\\.|\[[^\]]*\]/g, 'x');
    return bare !== undefined && /^\^.*\$$/.test(bare) && !/[*+]|\{\d+,\}/.test(bare);
  });
}

describe('whatever is read from outside', () => {
  it('has a bound for every list, with a sentence, and for every text', async () => {
    const schemas = await inputSchemas();
    expect(schemas.length).toBeGreaterThan(50);
    expect(schemas.flatMap(([name, schema]) => unbounded(schema, name))).toEqual([]);
  });

  it('is judged by its length before any of its items is looked at', () => {
    const list = z.array(z.uuid()).max(2, 'Nhiều quá.');
    const { error } = list.safeParse(['a', 'b', 'c']);
    expect(error?.issues.map(({ message }) => message)).toEqual(['Nhiều quá.']);
  });

  it.each([
    ['a text', z.object({ a: z.string() })],
    ['a text that is trimmed', z.object({ a: z.string().trim().min(1) })],
    ['a list', z.object({ a: z.array(z.uuid()).min(1) })],
    ['a list of texts', z.array(z.string()).max(3, 'Nhiều quá.')],
    ['a list behind a preprocessor', z.preprocess((value) => value, z.array(z.uuid()))],
    ['a list that may be missing', z.object({ a: z.array(z.uuid()).optional() })],
    ['a list without words', z.array(z.uuid()).max(3)],
    ['anything', z.object({ a: z.unknown() })],
    ['any keys', z.record(z.string(), z.unknown())],
    ['an open pattern', z.string().regex(/^[a-z]+$/)],
    ['a moment, whose fraction of a second may go on', z.iso.datetime()],
  ])('is not taken without bounds: %s', (_what, schema) => {
    expect(unbounded(schema, 'it')).not.toEqual([]);
  });
});
