import { randomBytes } from 'node:crypto';
import { migrate } from '../../src/database/migrate.ts';
import { dropDatabase, onServer, siblingUrl } from '../support/server.ts';
import { runProgram } from '../support/run-program.ts';

jest.setTimeout(300_000); // programs start from their sources

describe('a database that could not do its work', () => {
  const server = process.env['TEST_POSTGRES_URL']!;
  const made: string[] = [];
  const create = async (options: string) => {
    const name = `unsuitable_${randomBytes(6).toString('hex')}`;
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 ${options}`);
    made.push(name);
    return siblingUrl(server, name);
  };
  afterAll(async () => {
    for (const name of made) await dropDatabase(server, name);
  });

  it.each(['LATIN1', 'SQL_ASCII', 'WIN1258'])(
    'is refused at migrate when it is %s, with the command that makes a good one',
    async (encoding) => {
      const url = await create(`ENCODING '${encoding}' LOCALE 'C'`);
      const { code, out, said } = await runProgram('migrate', [], { DATABASE_URL: url });
      expect({ code, out, lines: said.trim().split('\n').length }).toEqual({
        code: 1,
        out: '',
        lines: 1,
      });
      expect(said).toContain(`dùng bảng mã ${encoding}, không giữ được chữ Việt`);
      expect(said).toContain('createdb --template=template0 --encoding=UTF8');
    },
  );

  it('may sort and fold by the locale C', async () => {
    await expect(migrate(await create(`ENCODING 'UTF8' LOCALE 'C'`))).resolves.toBeUndefined();
  });

  it.each([
    ['', 'Chưa đặt DATABASE_URL'],
    ['localhost:5432/noinhan', 'phải có dạng postgresql://'],
    ['postgresql://noinhan:p@ss/w#rd@127.0.0.1/noinhan', '/ là %2F, # là %23'],
    ['postgresql://noinhan@127.0.0.1:1/noinhan', 'Không kết nối được tới 127.0.0.1:1'],
    ['postgresql://noinhan@no-such-host.invalid/noinhan', 'no-such-host.invalid'],
  ])('is told of in a sentence: %s', async (url, sentence) => {
    const { code, said } = await runProgram('migrate', [], { DATABASE_URL: url });
    expect({ code, lines: said.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(said).toContain(sentence);
  });

  it('that is not there is told of with the command that makes it', async () => {
    const url = siblingUrl(server, 'nowhere_to_be_found');
    const { code, said } = await runProgram('migrate', [], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(said).toMatch(/^Không có cơ sở dữ liệu mà DATABASE_URL nêu .*createdb/);
  });
});
