export { AppError, type FieldError, type ProblemDetails, problemOf } from './app-error.ts';
