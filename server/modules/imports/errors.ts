import { AppError } from '#platform/errors';

export const ImportError = {
  notFound: () => new AppError('import.not-found', 404, 'There is no such import.'),
  closetRequired: () =>
    new AppError('import.closet-required', 409, 'Open a closet first: what you import hangs in it.'),
  notYourCloset: () => {
    const detail = 'Not your closet; only operators import into the closets of others.';
    return new AppError('import.not-your-closet', 403, detail, { fields: [{ pointer: '?closet', detail }] });
  },
  operatorsOnly: (what: string) => new AppError('import.operators-only', 403, `Only operators may import ${what}.`),
  isRunning: () =>
    new AppError('import.running', 409, 'An import into this closet is running; start the next when it has finished.'),
  mediaType: () =>
    new AppError(
      'import.media-type',
      415,
      'Send the file itself as the body, with its Content-Type: text/csv, text/tab-separated-values, application/x-ndjson or application/xml.',
    ),
  empty: () => new AppError('import.empty', 422, 'The body is empty; send the file itself as the body.'),
  tooLarge: (mebibytes: number) =>
    new AppError('import.too-large', 413, `The file is larger than ${mebibytes} MiB; send it in parts.`),
  twoMaps: () => {
    const detail = 'Give a map by name or in X-Import-Map, not both.';
    return new AppError('import.two-maps', 422, detail, { fields: [{ pointer: '?map', detail }] });
  },
};
