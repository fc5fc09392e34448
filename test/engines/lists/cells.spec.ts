import { workbook } from '../../support/workbook.ts';
import { HEADER, faultsOf, read, sheet } from './read-list.ts';

describe('cells that hold no value', () => {
  it.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!'])(
    '%s is refused where it stands',
    async (error) => {
      const cell = { t: 'e', xml: `<f>VLOOKUP(A2,Z:Z,1,0)</f><v>${error}</v>` };
      const inText = { t: 'str', xml: `<v>${error}</v>` };
      for (const value of [cell, inText]) {
        const faults = await faultsOf(sheet(['A1', 'Xã A', 'commune', null, value]));
        expect(faults).toEqual([
          { path: 'lines.2.email', message: expect.stringContaining(error) },
        ]);
      }
      const csv = `code,name,kind,telephone\nA1,Xã A,commune,${error}`;
      expect(await faultsOf(csv)).toMatchObject([{ path: 'lines.2.telephone' }]);
    },
  );

  it('a formula that was never reckoned is refused, not left out', async () => {
    const cell = { xml: '<f>CONCATENATE("a",A2)</f>' };
    expect(await faultsOf(sheet(['A1', 'Xã A', 'commune', null, cell]))).toEqual([
      { path: 'lines.2.email', message: expect.stringContaining('công thức chưa có kết quả') },
    ]);
  });

  it.each([
    ['1', 'TRUE'],
    ['0', 'FALSE'],
  ])('a truth value (%s, shown as %s) is refused, not made a word', async (v) => {
    const cell = { t: 'b', xml: `<v>${v}</v>` };
    expect(await faultsOf(sheet([cell, 'Xã A', 'commune']))).toEqual([
      { path: 'lines.2.code', message: expect.stringContaining('đúng/sai') },
    ]);
  });

  it('a merged cell is the value of each of its lines, and is told of', async () => {
    const rows = [
      HEADER,
      ['P1', 'Huyện P', 'district'],
      ['A1', 'Xã A', 'commune', 'P1'],
      ['A2', 'Xã B'],
    ];
    const { rows: found, notes } = await read(
      workbook({ sheets: [{ rows, merged: ['C3:C4', 'D3:D4'] }] }),
    );
    expect(found[2]).toMatchObject({ name: 'Xã B', kind: 'commune', parent_code: 'P1' });
    expect(notes).toEqual([expect.stringContaining('2 ô gộp (C3:C4, D3:D4)')]);
  });

  it('one that lies across columns is refused', async () => {
    const rows = [HEADER, ['A1', 'Xã A', 'commune']];
    expect(await faultsOf(workbook({ sheets: [{ rows, merged: ['B2:C2'] }] }))).toEqual([
      { path: 'lines.2.name', message: expect.stringContaining('B2:C2') },
    ]);
  });
});

describe('texts of a workbook', () => {
  it('are those that are shown: runs joined, escapes undone, readings left out', async () => {
    const xml =
      '<is><r><t>Xã </t></r><r><rPr><b/></rPr><t>A &amp; B_x000A_</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>';
    const { rows } = await read(sheet(['A1', { t: 'inlineStr', xml }, 'commune']));
    expect(rows[0]!.name).toBe('Xã A & B');
  });

  it('may stand in the table of shared strings, under prefixes, without places', async () => {
    const strings = ['code', 'name', 'kind', 'A1', 'Xã A', 'commune'];
    const row = (from: number) =>
      `<x:row>${[0, 1, 2].map((at) => `<x:c t="s"><x:v>${from + at}</x:v></x:c>`).join('')}</x:row>`;
    const parts = {
      'xl/sharedStrings.xml': `<x:sst xmlns:x="m">${strings.map((one) => `<x:si><x:t>${one}</x:t></x:si>`).join('')}</x:sst>`,
    };
    const { rows } = await read(workbook({ sheets: [{ rows: row(0) + row(3) }], parts }));
    expect(rows).toEqual([{ code: 'A1', name: 'Xã A', kind: 'commune' }]);
  });
});
