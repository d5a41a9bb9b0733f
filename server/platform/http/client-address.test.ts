import { describe, expect, test } from 'vitest';
import { clientAddressOf, networkOf } from './client-address.ts';

describe('the address a request comes from', () => {
  test("is the connection's, whatever the request says, unless a proxy in front is trusted", () => {
    expect(clientAddressOf('192.0.2.7', '203.0.113.9', false)).toBe('192.0.2.7');
    expect(clientAddressOf(undefined, undefined, false)).toBe('local');
  });

  test('behind a trusted proxy is what that proxy wrote last, with or without a port', () => {
    expect(clientAddressOf('10.0.0.1', '6.6.6.6, 203.0.113.9', true)).toBe('203.0.113.9');
    expect(clientAddressOf('10.0.0.1', '203.0.113.9:4711', true)).toBe('203.0.113.9');
    expect(clientAddressOf('10.0.0.1', '[2001:db8::1]:4711', true)).toBe('2001:db8::1');
    expect(clientAddressOf('10.0.0.1', 'unknown', true)).toBe('10.0.0.1');
    expect(clientAddressOf('10.0.0.1', undefined, true)).toBe('10.0.0.1');
  });

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['local', 'local'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
