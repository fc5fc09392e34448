import type { DataSource } from 'typeorm';

const NOT_ALLOWED = '42501';

/** Names a database whatever address, role or password leads to it: the cluster's own number and the database's in it. */
export async function databaseIdentity(database: DataSource): Promise<string> {
  const ask = async (cluster: string) => {
    const [row] = await database.query<{ identity: string }[]>(
      `SELECT concat_ws('/', ${cluster}, oid) AS identity FROM pg_database
       WHERE datname = current_database()`,
    );
    return row!.identity;
  };
  try {
    return await ask('(SELECT system_identifier FROM pg_control_system())');
  } catch (error) {
    // Some hosts keep the cluster's number to themselves; its databases still have names.
    if ((error as { driverError?: { code?: string } }).driverError?.code !== NOT_ALLOWED)
      throw error;
    return ask('datname');
  }
}
