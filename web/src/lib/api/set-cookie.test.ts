import { expect, test } from 'vitest';
import { readSetCookie } from './set-cookie';

test('a session cookie keeps its value and every restriction', () => {
  const header = 'vitrine.session_token=abc.d%2Fe%3D; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax; Secure';
  expect(readSetCookie(header)).toEqual({
    name: 'vitrine.session_token',
    value: 'abc.d%2Fe%3D',
    options: { path: '/', maxAge: 2592000, httpOnly: true, secure: true, sameSite: 'lax' },
  });
});

test('a cookie that is taken back says so', () => {
  const { value, options } = readSetCookie('a=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT');
  expect(value).toBe('');
  expect(options).toEqual({ path: '/', maxAge: 0, expires: new Date(0), httpOnly: false, secure: false });
});
