import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWhere } from '../page/outside-tool.ts';
import { BOUNCY_CASTLE_MISSING, bouncyCastle } from './judges.ts';
import { anOffice, archived, folderOfTests, sealed, signed, unsigned } from './office.ts';
import { keyKinds } from './key-kinds.ts';

describeWhere(BOUNCY_CASTLE_MISSING, 'PDFBox and Bouncy Castle', () => {
  const folder = folderOfTests();
  const kinds = keyKinds();
  it(`find both signatures and the archive timestamp valid, with ${kinds.join(', ')}`, async () => {
    const files: string[] = [];
    for (const kind of kinds) {
      const office = await anOffice(folder, kind);
      const whole = await sealed(office, await signed(office, await unsigned()));
      files.push(join(folder, `${kind}.pdf`));
      writeFileSync(files.at(-1)!, await archived(office, whole));
    }
    const each = ['ETSI.CAdES.detached true', 'ETSI.CAdES.detached true', 'ETSI.RFC3161 true'];
    expect(bouncyCastle(...files)).toEqual(kinds.flatMap(() => each));
  }, 60_000);

  it('would find a changed byte', async () => {
    const office = await anOffice(folder);
    const whole = await archived(
      office,
      await sealed(office, await signed(office, await unsigned())),
    );
    whole.write('(413)', whole.indexOf('(412)'), 'latin1');
    writeFileSync(join(folder, 'changed.pdf'), whole);
    expect(bouncyCastle(join(folder, 'changed.pdf'))).toEqual([
      'ETSI.CAdES.detached true',
      'ETSI.CAdES.detached false',
      'ETSI.RFC3161 false',
    ]);
  }, 60_000);
});
