/** Where to go after signing in: `?next=`, if it is a page of this site, else the fallback. */
export function returnPath(url: URL, fallback: string): string {
  const next = url.searchParams.get('next');
  if (!next?.startsWith('/')) return fallback;
  // Parsing as a browser does: `//host` and `/\host` are other sites, tabs and line breaks are dropped.
  const target = URL.canParse(next, url) ? new URL(next, url) : null;
  if (!target || target.origin !== url.origin) return fallback;
  // `/a/..//host` is a page here, but its path alone would be another site.
  if (target.pathname.startsWith('//')) return fallback;
  if (/^\/(?:(?:zh|fa)\/)?sign-(?:in|up|out)$/.test(target.pathname)) return fallback;
  return target.pathname + target.search + target.hash;
}

/** The address of signing in that comes back to a page. */
export function withReturn(signInPath: string, page: string): string {
  return `${signInPath}?next=${encodeURIComponent(page)}`;
}
