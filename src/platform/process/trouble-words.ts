/** An error and what the driver made of it: TypeORM wraps errors, and Node gathers those of several addresses. */
interface Trouble {
  code?: string;
  message?: string;
  syscall?: string;
  driverError?: unknown;
  errors?: unknown[];
}

const GRANTS =
  'the role of DATABASE_URL lacks rights on the schema of the queue. As its owner: ' +
  'GRANT USAGE ON SCHEMA bullmq TO role; ' +
  'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO role; ' +
  'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA bullmq TO role; ' +
  'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO role';
const POOLER =
  'the queue in PostgreSQL needs a session of its own. For PgBouncer set pool_mode = session, or set REDIS_URL, ' +
  'or let DATABASE_URL name PostgreSQL itself';

/** A pooler lends one session of PostgreSQL to several connections in turn. */
export class SharedSession extends Error {
  override message = 'a pooler shares sessions between transactions';
}

/** In one line, with what to do where that is known. */
export function wordsOf(error: unknown): string {
  const { code, message } = innermost(error);
  const line = (message || code || String(error)).replaceAll(/\s+/g, ' ').trim();
  const advice = error instanceof SharedSession ? POOLER : adviceFor(code, line);
  return advice ? `${line}: ${advice}` : line;
}

function adviceFor(code: string | undefined, line: string): string | undefined {
  if (code === '42501' && /bullmq|schema|table|sequence|function/.test(line)) return GRANTS;
  return undefined;
}

/** The database cannot be reached or takes nobody now; the same request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '', syscall } = innermost(error);
  return (
    /^(08...|57P0[123]|53300)$/.test(code) ||
    (/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(
      code,
    ) &&
      isFromDatabase(error, syscall)) ||
    /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection error|Driver not Connected/.test(
      message,
    )
  );
}

/** Other parts talk to other servers with the same errors; TypeORM says which are the database's. */
function isFromDatabase(error: unknown, syscall: string | undefined): boolean {
  return (
    (error as Trouble).driverError !== undefined || /^(connect|getaddrinfo)$/.test(syscall ?? '')
  );
}

function innermost(error: unknown): Trouble {
  const { driverError, errors } = (error ?? {}) as Trouble;
  if (driverError && driverError !== error) return innermost(driverError);
  if (errors?.length && errors[0] !== error) return innermost(errors[0]);
  return (error ?? {}) as Trouble;
}
