const year = 60 * 60 * 24 * 365;

/** How a reader's language or light is kept; also on a shop that is served without TLS, as at home. */
export function settingCookie(url: URL) {
  return { path: '/', maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
}
