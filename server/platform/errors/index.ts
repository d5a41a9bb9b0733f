export { AppError, problemOf } from './app-error.ts';
