export { z } from '@hono/zod-openapi';
export { answers } from './answers.ts';
export { clientAddressOf } from './client-address.ts';
export { type ApiRouter, createApi, createRouter } from './create-api.ts';
export { ListenError, listen } from './listen.ts';
export { allow } from './rate-limit.ts';
