import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#testing';

describe('the description of the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.stop());

  test('is OpenAPI 3.1 and names every route that serves', async () => {
    const response = await app.request('/api/v1/openapi.json');
    expect(response.status).toBe(200);
    const document = (await response.json()) as { openapi: string; paths: Record<string, object> };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/search',
        '/api/v1/assistant/answers',
        '/api/v1/listings/{id}',
        '/api/v1/health',
        '/api/v1/sign-up',
      ]),
    );
  });

  test('can be read by people, with nothing of it executed', async () => {
    const page = await (await app.request('/api/v1/docs')).text();
    expect(page).toContain('/api/v1/search');
    expect(page).not.toContain('<script');
  });

  test('metrics are in the Prometheus format', async () => {
    const text = await (await app.request('/metrics')).text();
    expect(text).toMatch(/^# TYPE vitrine_http_request_seconds histogram$/m);
    expect(text).toMatch(/^vitrine_indexed_listings 0$/m);
  });
});
