import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** What `to_jsonb` makes of a row, or of some of its columns, with related rows under the names of the relations. */
export type JsonRow = Record<string, unknown>;

/** The entity that a row says, as far as it says it. */
export function fromJson<E extends ObjectLiteral>(
  database: DataSource,
  target: EntityTarget<E>,
  row: JsonRow,
): E {
  return entityOf(database.getMetadata(target), row) as E;
}

function entityOf(metadata: EntityMetadata, row: JsonRow): ObjectLiteral {
  const entity = metadata.create(undefined);
  for (const { databaseName, propertyName, type } of metadata.columns) {
    const value = row[databaseName];
    if (value !== undefined) entity[propertyName] = value === null ? null : read(type, value);
  }
  for (const { propertyName, inverseEntityMetadata } of metadata.relations) {
    const value = row[propertyName];
    if (value === undefined) continue;
    entity[propertyName] = Array.isArray(value)
      ? value.map((one) => entityOf(inverseEntityMetadata, one as JsonRow))
      : value && entityOf(inverseEntityMetadata, value as JsonRow);
  }
  return entity;
}

/** JSON has neither moments nor whole numbers beyond 2^53, which `pg` gives as text. */
function read(type: unknown, value: unknown): unknown {
  if (type === 'timestamptz') return new Date(value as string);
  return type === 'bigint' ? String(value) : value;
}
