import { dayFromNow } from '../../support/people.ts';
import { MandateOffice } from './mandate-office.ts';

describe('who may give whom an authority to sign', () => {
  let here: MandateOffice;

  beforeAll(async () => {
    here = await MandateOffice.open();
  });
  afterAll(() => here?.close());

  it('prints each capacity as Annex I has it', async () => {
    expect((await here.ofHead()).authority).toEqual(['GIÁM ĐỐC']);
    expect((await here.granted({ capacity: 'Q.' })).authority).toEqual(['Q. GIÁM ĐỐC']);
    const order = await here.underOrder();
    expect(order.authority).toEqual(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']);
    expect((await here.byWrit()).authority).toEqual(['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']);
    const collective = { capacity: 'TM.', onBehalfOf: 'Ủy ban nhân dân', post: 'Chủ tịch' };
    const chairman = await here.granted(collective);
    expect(chairman.authority).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    const instead = { accountId: here.people.deputy, capacity: 'KT.' };
    const vice = await here.granted({
      ...instead,
      grantedFromId: chairman.id,
      post: 'Phó Chủ tịch',
    });
    expect(vice.authority).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    const deputyChief = await here.granted({
      ...instead,
      grantedFromId: order.id,
      post: 'Phó Chánh Văn phòng',
      documentTypes: ['giay-moi'],
    });
    expect(deputyChief.authority).toEqual([
      'TL. GIÁM ĐỐC',
      'KT. CHÁNH VĂN PHÒNG',
      'PHÓ CHÁNH VĂN PHÒNG',
    ]);
  });

  it('lets nobody who signs by TUQ. give it on', async () => {
    const { id: grantedFromId } = await here.byWrit();
    for (const capacity of ['TUQ.', 'KT.', 'TL.']) {
      const given = {
        accountId: here.people.deputy,
        capacity,
        grantedFromId,
        post: 'Phó Trưởng phòng',
      };
      const why = await here.refused({
        ...given,
        documentTypes: ['giay-moi'],
        basis: 'Giấy ủy quyền',
      });
      expect(why.grantedFromId).toContain('không được ủy quyền lại');
    }
    const hidden = { accountId: here.people.deputy, capacity: 'TUQ.', onBehalfOf: 'TRƯỞNG PHÒNG' };
    const why = await here.refused({ ...hidden, basis: 'Giấy ủy quyền', validTo: dayFromNow(5) });
    expect(why.grantedFromId).toContain('chọn đúng người giao');
  });

  it('lets only the head give KT., TL. and TUQ., and a unit’s head KT. to his own deputy', async () => {
    const head = await here.ofHead();
    const deputy = await here.granted({
      accountId: here.people.deputy,
      capacity: 'KT.',
      grantedFromId: head.id,
      post: 'Phó Giám đốc',
    });
    const order = await here.underOrder();
    const given = {
      accountId: here.people.other,
      post: 'Phó Giám đốc',
      documentTypes: ['giay-moi'],
    };
    const limits = { basis: 'Quyết định', validTo: dayFromNow(3) };
    for (const capacity of ['KT.', 'TL.', 'TUQ.']) {
      const from = { ...given, ...limits, capacity, grantedFromId: deputy.id };
      expect((await here.refused(from)).grantedFromId).toContain('người đứng đầu mới giao được');
    }
    for (const capacity of ['TL.', 'TUQ.']) {
      const from = { ...given, ...limits, capacity, grantedFromId: order.id };
      expect((await here.refused(from)).grantedFromId).toContain('cấp phó của mình ký thay');
    }
    const self = { accountId: here.people.head, capacity: 'KT.', grantedFromId: head.id };
    expect((await here.refused({ ...self, post: 'Phó Giám đốc' })).accountId).toContain('tự giao');
    const noDeputy = { accountId: here.people.other, capacity: 'KT.', grantedFromId: head.id };
    expect((await here.refused({ ...noDeputy, post: 'Trưởng phòng' })).post).toContain('cấp phó');
  });

  it('wants TUQ. written, limited in time and content, and TL. named in a regulation', async () => {
    const { id: grantedFromId } = await here.ofHead();
    const given = { accountId: here.people.other, grantedFromId, post: 'Trưởng phòng' };
    expect(Object.keys(await here.refused({ ...given, capacity: 'TUQ.' })).toSorted()).toEqual([
      'basis',
      'documentTypes',
      'validTo',
    ]);
    expect(Object.keys(await here.refused({ ...given, capacity: 'TL.' })).toSorted()).toEqual([
      'basis',
      'documentTypes',
    ]);
  });

  it('gives nobody more than the giver has', async () => {
    const order = await here.underOrder({ validTo: dayFromNow(10) });
    const why = await here.refused({
      accountId: here.people.deputy,
      capacity: 'KT.',
      grantedFromId: order.id,
      post: 'Phó Chánh Văn phòng',
      documentTypes: ['giay-moi', 'quyet-dinh'],
      validTo: dayFromNow(20),
    });
    expect(Object.keys(why).toSorted()).toEqual(['documentTypes', 'validTo']);
  });
});
