import { neighbourhoodOf, networkOf } from './network.ts';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2'],
    ['192.0.2.7:4711', '192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2'],
    ['::FFFF:C000:207', '192.0.2.7', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::', '2001:db8:1::'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::', '2001:db8:1::'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::', '2001:db8:1::'],
    ['2001:db8::1', '2001:db8:0:0::', '2001:db8:0::'],
    ['fe80::1%eth0', 'fe80:0:0:0::', 'fe80:0:0::'],
    ['::1', '0:0:0:0::', '0:0:0::'],
    ['unknown', 'unknown', 'unknown'],
    ['', '', ''],
  ])('%s is of %s, near %s', (address, network, neighbourhood) => {
    expect(networkOf(address)).toBe(network);
    expect(neighbourhoodOf(address)).toBe(neighbourhood);
  });
});
