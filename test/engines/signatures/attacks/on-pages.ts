import { sealed, signed } from '../office.ts';
import { append, Loot, stream } from '../tampering.ts';
import { type Attack, catalog, changed, page, PAINT } from './attack.ts';

export const ON_PAGES: Attack[] = [
  {
    name: 'text painted on the page after the seal',
    finds: 'page-content-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      return append(whole, { objects: { [loot.at(loot.page, 'Contents')]: stream(PAINT) } });
    },
  },
  {
    name: 'text painted between the two signatures, and sealed',
    finds: 'page-content-changed',
    make: ({ office, person }) => {
      const loot = new Loot(person);
      return sealed(
        office,
        append(person, { objects: { [loot.at(loot.page, 'Contents')]: stream(PAINT) } }),
      );
    },
  },
  {
    name: 'a second layer of content given to the page',
    finds: 'page-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      const Contents = `[${loot.value(loot.page, 'Contents')} ${loot.free} 0 R]`;
      const objects = {
        [loot.page]: loot.with(loot.page, { Contents }),
        [loot.free]: stream(PAINT),
      };
      return append(whole, { objects });
    },
  },
  {
    name: 'a comment laid over the page',
    finds: 'page-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      const note =
        '<</Type /Annot /Subtype /FreeText /Rect [100 400 300 450] /Contents (SAI) /F 4>>';
      const Annots = `[${loot.free} 0 R]`;
      return append(whole, {
        objects: { [loot.page]: loot.with(loot.page, { Annots }), [loot.free]: note },
      });
    },
  },
  {
    name: 'the page turned round',
    finds: 'page-changed',
    make: ({ whole }) => changed(whole, page, { Rotate: '180' }),
  },
  {
    name: 'a page appended',
    finds: 'page-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      const tree = loot.at(loot.catalog, 'Pages');
      const Kids = `[${loot.page} 0 R ${loot.free} 0 R]`;
      const added = `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources <<>>>>`;
      return append(whole, {
        objects: { [tree]: loot.with(tree, { Kids, Count: '2' }), [loot.free]: added },
      });
    },
  },
  {
    name: 'the attachment replaced',
    finds: 'attachment-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      const file = loot.at(loot.catalog, 'AF', '0', 'EF', 'F');
      return append(whole, { objects: { [file]: stream('<van-ban/>', '/Type /EmbeddedFile') } });
    },
  },
  {
    name: 'the title replaced',
    finds: 'metadata-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      return append(whole, { objects: { [loot.at(loot.catalog, 'Metadata')]: stream('<x/>') } });
    },
  },
  {
    name: 'letters of the font swapped',
    finds: 'page-content-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      const font = loot.at(loot.page, 'Resources', 'Font', 'FR');
      return append(whole, { objects: { [font]: loot.with(font, { ToUnicode: null }) } });
    },
  },
  {
    name: 'a script that runs on opening',
    finds: 'document-rules-changed',
    make: ({ whole }) => changed(whole, catalog, { OpenAction: '<</S /JavaScript /JS (1)>>' }),
  },
  {
    name: 'the certification taken away',
    finds: 'document-rules-changed',
    make: ({ whole }) => changed(whole, catalog, { Perms: null }),
  },
  {
    name: 'another root for the whole file',
    finds: 'root-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      const objects = { [loot.free]: loot.with(loot.catalog, { Lang: '(en)' }) };
      return append(whole, { objects, trailer: { Root: `${loot.free} 0 R` } });
    },
  },
  {
    name: 'content for a place the signed page left dangling',
    finds: 'page-content-changed',
    make: async ({ office, drawn }) => {
      const loot = new Loot(drawn);
      const Contents = `[${loot.value(loot.page, 'Contents')} 700 0 R]`;
      const trap = changed(drawn, page, { Contents });
      const bait = await sealed(office, await signed(office, trap));
      return append(bait, { objects: { 700: stream(PAINT) } });
    },
  },
];
