import { deflateRawSync } from 'node:zlib';
import { workbook } from '../../support/workbook.ts';
import { HEADER, faultsOf } from './read-list.ts';

describe('files that take more than they give', () => {
  const bomb = (bytes: number) => ' '.repeat(bytes);
  it.each([
    ['a sheet', { 'xl/worksheets/sheet1.xml': bomb(45_000_000) }],
    ['the shared strings', { 'xl/sharedStrings.xml': bomb(45_000_000) }],
    ['several parts together', { 'xl/a.xml': bomb(25_000_000), 'xl/b.xml': bomb(25_000_000) }],
  ])('are not unpacked: %s', async (_what, parts) => {
    const bytes = workbook({ sheets: [{ rows: [HEADER] }], parts });
    expect(bytes.length).toBeLessThan(300_000);
    expect(await faultsOf(bytes)).toEqual([
      { path: 'lines.1', message: expect.stringContaining('lớn bất thường') },
    ]);
  });

  it('that lie about their size give no more than they say', async () => {
    const bytes = workbook({
      sheets: [{ rows: [HEADER] }],
      parts: { 'xl/styles.xml': bomb(30_000_000) },
    });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(30_000_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1000);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size)) small.copy(bytes, at);
    expect(await faultsOf(bytes)).not.toEqual([]);
  });

  it('that define entities are refused, not expanded', async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}">]><workbook>&a;</workbook>`;
    const bytes = workbook({ sheets: [], parts: { 'xl/workbook.xml': xml } });
    expect(await faultsOf(bytes)).toEqual([
      { path: 'lines.1', message: expect.stringContaining('Không đọc được tệp Excel') },
    ]);
  });

  it('may name the last cell of a sheet without being as large as one', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>A1</t></is></c></row>';
    const faults = await faultsOf(workbook({ sheets: [{ rows, merged: ['C2:C1048576'] }] }));
    expect(faults).toEqual([]);
  });

  it.each([
    ['columns', `code,${Array.from({ length: 80 }, (_, at) => `c${at}`).join(',')}\nA1`, '60 cột'],
    [
      'lines',
      `code\n${Array.from({ length: 20_002 }, (_, at) => `A${at}`).join('\n')}`,
      '20000 dòng',
    ],
  ])('have no more %s than a list has', async (_what, csv, words) => {
    expect(await faultsOf(csv)).toEqual([
      { path: 'lines.1', message: expect.stringContaining(words) },
    ]);
  });

  it.each([
    ['no workbook', Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(100))])],
    ['an old one', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1000, '0'), 'hex')],
    ['a workbook without sheets', workbook({ sheets: [] })],
  ])('that are %s say what to do', async (_what, bytes) => {
    expect(await faultsOf(bytes)).toMatchObject([{ path: 'lines.1' }]);
  });
});
