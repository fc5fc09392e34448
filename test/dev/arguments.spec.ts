import { runProgram } from '../support/run-program.ts';

describe('A command of developers', () => {
  it.each(['demo', 'bench/chaos', 'bench/render', 'bench/deliver', 'bench/sign'])(
    'says which options it has when it is called wrongly: %s',
    async (name) => {
      const { code, out, said } = await runProgram(`dev/${name}`, ['--help']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(said).toMatch(/^Không có tham số --help\.\nCác tham số: --\w+ ….*\n$/);
    },
  );
});
