import { sealed } from '../office.ts';
import { append, drawing, Loot } from '../tampering.ts';
import { type Attack, changed, form, overwrite, PAINT, refill, refillAs } from './attack.ts';

export const ON_FIELDS: Attack[] = [
  {
    name: 'number changed after the seal',
    finds: 'filled-after-seal',
    make: ({ whole }) => refill(whole, 'so_van_ban', '999'),
  },
  {
    name: 'day changed after the seal',
    finds: 'filled-after-seal',
    make: ({ whole }) => refill(whole, 'ngay', '01'),
  },
  {
    name: 'month emptied after the seal',
    finds: 'filled-after-seal',
    make: ({ whole }) => changed(whole, (loot) => loot.field('thang'), { V: null }),
  },
  {
    name: 'number changed in place',
    finds: 'digest-differs',
    make: ({ whole }) => overwrite(whole, '/V (412)', '/V (413)'),
  },
  {
    name: 'number in the page drawn anew over the old',
    finds: 'object-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      return append(whole, {
        objects: { [loot.at(loot.field('so_van_ban'), 'AP', 'N')]: drawing(PAINT) },
      });
    },
  },
  {
    name: 'number that shows other digits than it holds, sealed like that',
    finds: 'appearance-differs',
    make: ({ office, person }) => sealed(office, refill(person, 'so_van_ban', '412'), null),
  },
  {
    name: 'the right digits, blown up over other words of the page',
    finds: 'appearance-differs',
    make: ({ office, person }) =>
      sealed(office, refillAs(person, { box: '[0 0 3.4 1.625]' }), null),
  },
  {
    name: 'the right digits, in letters of another font',
    finds: 'appearance-differs',
    make: ({ office, person }) => sealed(office, refillAs(person, { font: 'FI' }), null),
  },
  {
    name: 'the signature moved on the page',
    finds: 'field-moved',
    make: ({ whole }) =>
      changed(whole, (loot) => loot.field('ChuKyCaNhan'), { Rect: '[100 100 241.73 182.21]' }),
  },
  {
    name: 'the number moved on the page',
    finds: 'field-moved',
    make: ({ person }) =>
      changed(person, (loot) => loot.field('so_van_ban'), { Rect: '[10 10 44 26.25]' }),
  },
  {
    name: 'a field of the same name added',
    finds: 'form-changed',
    make: ({ whole }) => {
      const loot = new Loot(whole);
      const Fields = loot.value(form(loot), 'Fields').replace(']', ` ${loot.free} 0 R]`);
      const twin = loot.with(loot.field('so_van_ban'), { V: '(999)' });
      return append(whole, {
        objects: { [form(loot)]: loot.with(form(loot), { Fields }), [loot.free]: twin },
      });
    },
  },
  {
    name: 'default text of the form changed',
    finds: 'form-changed',
    make: ({ whole }) => changed(whole, form, { NeedAppearances: 'true' }),
  },
];
