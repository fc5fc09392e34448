import {
  preparePerson,
  prepareSeal,
  signWith,
} from '../../../src/engines/signatures/dispatch-signatures.ts';
import { finish, toBeSigned } from '../../../src/engines/signatures/finish.ts';
import { prepare, type SignatureRequest } from '../../../src/engines/signatures/prepare.ts';
import { renderDispatch } from '../../../src/engines/page/render-dispatch.ts';
import { letter } from '../page/corpus/build.ts';
import {
  AGENCY,
  anOffice,
  folderOfTests,
  NUMBER,
  type Office,
  sealed,
  signed,
  SIGNER,
  unsigned,
} from './office.ts';

const folder = folderOfTests();
const at = new Date();
let office: Office;
let drawn: Buffer;
let person: Buffer;

beforeAll(async () => {
  office = await anOffice(folder);
  drawn = await unsigned();
  person = await signed(office, drawn);
});

const refused = (code: string) => expect.objectContaining({ name: 'SigningError', code });
const ask = (changes: Partial<SignatureRequest>): SignatureRequest => ({
  field: 'ChuKyCaNhan',
  signer: SIGNER,
  signedAt: at,
  ...changes,
});

describe('Signing refuses, and says what to do next', () => {
  it('a seal on what nobody has signed', () => {
    expect(() => prepareSeal(drawn, { agency: AGENCY, sealedAt: at })).toThrow(
      refused('not-signed-first'),
    );
  });

  it('a second signature in the same place', () => {
    expect(() => preparePerson(person, { signer: SIGNER, signedAt: at })).toThrow(
      refused('field-taken'),
    );
  });

  it('anything more once the seal is on', async () => {
    const open = { field: 'ChuKyCaNhan2', signer: SIGNER, signedAt: at };
    const joint = await unsigned({
      coSignatures: [{ authority: ['GIÁM ĐỐC'], signerName: 'Người khác' }],
    });
    const one = await signed(office, joint);
    const last = await signWith(prepare(one, ask({ field: 'DauCoQuan2' })), office.agency);
    expect(() => prepare(last, open)).toThrow(refused('file-locked'));
  });

  it('a page without places for signatures', async () => {
    const { pdf } = await renderDispatch(letter());
    expect(() => preparePerson(pdf, { signer: SIGNER, signedAt: at })).toThrow(
      refused('field-missing'),
    );
  });

  it('a number wider than its place, and letters the page has no glyph for', () => {
    const seal = (number: string) => () =>
      prepareSeal(person, { agency: AGENCY, sealedAt: at, numberAndDate: { ...NUMBER, number } });
    expect(seal('123456')).toThrow(refused('value-too-long'));
    expect(seal('漢')).toThrow(refused('glyph-missing'));
    expect(seal('12345')).not.toThrow();
  });

  it('a picture that is no PNG', () => {
    const image = Buffer.from('GIF89a');
    expect(() => preparePerson(drawn, { signer: SIGNER, signedAt: at, image })).toThrow(
      refused('image-unreadable'),
    );
  });

  it('a signature larger than the room that was kept', async () => {
    const open = prepare(drawn, ask({ room: 300 }));
    await expect(signWith(open, office.person)).rejects.toMatchObject({
      code: 'placeholder-too-small',
    });
  });

  it('to finish what was not prepared, or was changed since', async () => {
    const open = prepare(drawn, ask({}));
    const signature = await office.person.sign(toBeSigned(open, office.person));
    const changed = Buffer.from(open.pdf);
    changed.writeUInt8(changed[4000]! ^ 1, 4000);
    for (const pdf of [changed, drawn]) {
      expect(() => finish({ ...open, pdf }, office.person, signature)).toThrow(
        refused('not-prepared'),
      );
    }
  });

  it('a file that is no PDF, or holds more than it says', async () => {
    const whole = await sealed(office, person);
    for (const pdf of [
      Buffer.from('%PDF-1.7'),
      Buffer.concat([whole, Buffer.from('x')]),
      whole.subarray(9),
    ]) {
      expect(() => preparePerson(pdf, { signer: SIGNER, signedAt: at })).toThrow(
        refused('unreadable-pdf'),
      );
    }
  });
});
