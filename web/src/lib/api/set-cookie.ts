export type ReceivedCookie = {
  name: string;
  /** As it was sent, still encoded. */
  value: string;
  options: {
    path: string;
    domain?: string;
    maxAge?: number;
    expires?: Date;
    httpOnly: boolean;
    secure: boolean;
    sameSite?: 'lax' | 'strict' | 'none';
  };
};

/** Reads one Set-Cookie header (RFC 6265). */
export function readSetCookie(header: string): ReceivedCookie {
  const [pair = '', ...rest] = header.split(';');
  const attributes = new Map(
    rest.map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()];
    }),
  );
  const maxAge = attributes.get('max-age');
  const expires = attributes.get('expires');
  const sameSite = attributes.get('samesite')?.toLowerCase();
  const at = pair.indexOf('=');
  return {
    name: pair.slice(0, at).trim(),
    value: pair.slice(at + 1).trim(),
    options: {
      path: attributes.get('path') || '/',
      httpOnly: attributes.has('httponly'),
      secure: attributes.has('secure'),
      ...(attributes.get('domain') ? { domain: attributes.get('domain') } : {}),
      ...(maxAge ? { maxAge: Number(maxAge) } : {}),
      ...(expires ? { expires: new Date(expires) } : {}),
      ...(sameSite === 'lax' || sameSite === 'strict' || sameSite === 'none' ? { sameSite } : {}),
    },
  };
}
