/** One wrong field of a request: a JSON pointer (RFC 6901) into the body, or `?name` for a query parameter. */
export type FieldError = { pointer: string; detail: string };

/** RFC 9457 problem details, with a stable `code` and the fields that are wrong. */
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  instance?: string;
  errors?: FieldError[];
};

/**
 * The one error that use cases throw when they refuse: `code` is stable API, `detail` says what happened and what to do.
 * The HTTP boundary renders it as problem+json; anything else that is thrown becomes an opaque 500.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: FieldError[];
  readonly headers: Record<string, string>;

  constructor(
    code: string,
    status: number,
    detail: string,
    options: { fields?: FieldError[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.fields = options.fields ?? [];
    this.headers = options.headers ?? {};
  }
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not valid',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
};

/** Renders an error as RFC 9457 problem details; `code` doubles as the tail of the `type` URI. */
export function problemOf(
  error: Pick<AppError, 'code' | 'status' | 'message' | 'fields'>,
  instance?: string,
): ProblemDetails {
  return {
    type: `/api/v1/problems#${error.code}`,
    title: titles[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    code: error.code,
    ...(instance === undefined ? {} : { instance }),
    ...(error.fields.length === 0 ? {} : { errors: error.fields }),
  };
}
