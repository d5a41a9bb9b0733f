export { z } from '@hono/zod-openapi';
export { answers } from './answers.ts';
export { clientAddressOf } from './client-address.ts';
export { type ApiBindings, type ApiEnvironment, type ApiRouter, createApi, createRouter } from './create-api.ts';
export { type HttpServer, ListenError, listen } from './listen.ts';
export { allow, type RateLimit } from './rate-limit.ts';
