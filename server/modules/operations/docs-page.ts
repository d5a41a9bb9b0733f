import { html, raw } from 'hono/html';

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  const?: unknown;
};
type Operation = {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
};
type Description = {
  info: { title: string; version: string; description?: string };
  paths?: Record<string, Record<string, unknown>>;
};

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The API as a page to read: every route with its parameters, body and answer, made from the OpenAPI document alone. */
export function renderDocsPage(description: object) {
  const { info, paths = {} } = description as Description;
  const byTag = new Map<string, { method: string; path: string; operation: Operation }[]>();
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? 'Other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), { method, path, operation }]);
    }
  }
  const tags = [...byTag].sort(([a], [b]) => a.localeCompare(b));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title} API</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header>
          <h1>${info.title} API <small>${info.version}</small></h1>
          <p>${info.description}</p>
          <p><a href="/api/v1/openapi.json">OpenAPI 3.1 document</a> · <a href="/">Back to the shop</a></p>
          <nav>${tags.map(([tag]) => html`<a href="#${slug(tag)}">${tag}</a> `)}</nav>
        </header>
        <main>
          ${tags.map(([tag, routes]) => html`<section id="${slug(tag)}"><h2>${tag}</h2>${routes.map(renderRoute)}</section>`)}
        </main>
      </body>
    </html>`;
}

function renderRoute({ method, path, operation }: { method: string; path: string; operation: Operation }) {
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  const good = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'));
  const answer = Object.values(good?.[1].content ?? {})[0]?.schema;
  return html`<details>
    <summary><code class="${method}">${method.toUpperCase()}</code> <code>${path}</code> <span>${operation.summary}</span></summary>
    ${operation.description ? html`<p>${operation.description}</p>` : ''}
    ${
      operation.parameters?.length
        ? html`<table>
            <caption>Parameters</caption>
            ${operation.parameters.map((parameter) => html`<tr><td><code>${parameter.name}</code></td><td>${parameter.in}${parameter.required ? ', required' : ''}</td><td>${describeSchema(parameter.schema)}</td></tr>`)}
          </table>`
        : ''
    }
    ${body ? html`<h3>Body (${body[0]})</h3><pre>${describeSchema(body[1].schema)}</pre>` : ''}
    ${good ? html`<h3>${good[0]}: ${good[1].description}</h3>${answer ? html`<pre>${describeSchema(answer)}</pre>` : ''}` : ''}
  </details>`;
}

function describeSchema(schema: Schema | undefined, indent = ''): string {
  if (!schema) return 'any';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => describeSchema(choice, indent)).join(' | ');
  if (schema.items) return `[${describeSchema(schema.items, indent)}]`;
  if (schema.properties) {
    const inner = `${indent}  `;
    const lines = Object.entries(schema.properties).map(([name, property]) => {
      const optional = schema.required?.includes(name) ? '' : '?';
      return `${inner}${name}${optional}: ${describeSchema(property, inner)}`;
    });
    return `{\n${lines.join('\n')}\n${indent}}`;
  }
  return [schema.type ?? 'any'].flat().join(' | ');
}

function slug(tag: string): string {
  return tag.toLowerCase().replaceAll(/\W+/g, '-');
}

const style = `
:root{color-scheme:light dark;--line:#e7e0d6;--accent:#bf3421;--paper:#faf7f2;--ink:#1e1a17;--muted:#6f665e}
@media(prefers-color-scheme:dark){:root{--line:#322c27;--accent:#ff8a76;--paper:#14110f;--ink:#f3eee7;--muted:#a59b91}}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,sans-serif}
h1,h2{font-family:Georgia,serif;font-weight:500}h1 small,summary span,caption{color:var(--muted)}a{color:var(--accent)}
nav a{margin-inline-end:1rem}details{border-block-end:1px solid var(--line);padding-block:.6rem}summary{cursor:pointer}
code{font:13px ui-monospace,monospace}summary code:first-child{display:inline-block;min-width:4.5em;color:var(--accent)}
pre{overflow:auto;padding:1rem;border:1px solid var(--line);border-radius:10px;font:13px/1.5 ui-monospace,monospace}
table{border-collapse:collapse;margin-block:.5rem}td{padding:.25rem 1rem .25rem 0;vertical-align:top}caption{text-align:start}`;
