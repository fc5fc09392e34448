import type { Client } from 'pg';
import { RefusedToStart } from '../platform/process/refused-to-start.ts';

const OLDEST_MAJOR = 14;

/** Refuses, before anything is made in it, a database that could not do its work later. */
export async function requireSuitable(client: Client): Promise<void> {
  const { rows } = await client.query<{
    name: string;
    owner: string;
    role: string;
    encoding: string;
    version: number;
    may_create: boolean;
    sorts: boolean;
  }>(
    `SELECT current_database() AS name, pg_get_userbyid(datdba) AS owner, current_user AS role,
            pg_encoding_to_char(encoding) AS encoding,
            current_setting('server_version_num')::integer / 10000 AS version,
            has_schema_privilege('public', 'CREATE')
              AND has_database_privilege(current_database(), 'CREATE') AS may_create,
            EXISTS (SELECT FROM pg_collation WHERE collname = 'vi-x-icu') AS sorts
     FROM pg_database WHERE datname = current_database()`,
  );
  const { name, owner, role, encoding, version, may_create: mayCreate, sorts } = rows[0]!;
  if (version < OLDEST_MAJOR) {
    throw new RefusedToStart(
      `Máy chủ là PostgreSQL ${version}; cần ${OLDEST_MAJOR} trở lên. Nâng cấp PostgreSQL rồi chạy lại.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new RefusedToStart(
      `Cơ sở dữ liệu ${name} dùng bảng mã ${encoding}, không giữ được chữ Việt. Tạo cơ sở dữ liệu UTF-8 rồi trỏ DATABASE_URL vào đó: ` +
        `createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 --owner=${role} TÊN_MỚI`,
    );
  }
  if (!mayCreate) {
    throw new RefusedToStart(
      `Tài khoản ${role} không được tạo bảng trong cơ sở dữ liệu ${name}, của ${owner} (từ PostgreSQL 15 chỉ chủ sở hữu được). ` +
        `Cho tài khoản này làm chủ: ALTER DATABASE "${name}" OWNER TO "${role}"`,
    );
  }
  if (!sorts) {
    throw new RefusedToStart(
      'Máy chủ PostgreSQL không có ICU (không có cách sắp xếp vi-x-icu), nên không xếp được tên tiếng Việt. Dùng PostgreSQL của Debian, Ubuntu hoặc bản có ICU.',
    );
  }
}
