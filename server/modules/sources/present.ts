import type { Source, SourcePage, SourceRun } from '#contract/source';
import type { DocumentName } from '#modules/knowledge-base';
import type { SourceOverview } from './queries.ts';
import type { PageRow, RunRow } from './tables.ts';

export function presentSource({ source, lastRun, kept, failed }: SourceOverview): Source {
  return {
    id: source.id,
    name: source.name,
    format: source.format,
    addresses: source.addresses,
    language: source.language,
    kind: source.document_kind,
    categories: source.categories,
    everyHours: source.every_hours,
    mostPages: source.most_pages,
    pagesKept: kept,
    pagesFailed: failed,
    lastRun: lastRun ? presentRun(lastRun) : null,
    nextRunAt: source.next_run_at?.toISOString() ?? null,
    createdAt: source.created_at.toISOString(),
  };
}

export function presentRun(run: RunRow): SourceRun {
  const { id, status, done, added, changed, unchanged, removed, failed, problem } = run;
  return {
    ...{ id, status, done, added, changed, unchanged, removed, failed, problem },
    startedBy: run.started_by,
    found: run.listed_at ? run.found : null,
    startedAt: run.started_at.toISOString(),
    finishedAt: run.finished_at?.toISOString() ?? null,
  };
}

export function presentPage(page: PageRow, documents: Map<string, DocumentName>): SourcePage {
  const document = page.document_id ? documents.get(page.document_id) : undefined;
  return {
    url: page.url,
    document: document ? { slug: document.slug, title: document.title } : null,
    problem: page.problem,
    checkedAt: page.checked_at?.toISOString() ?? null,
  };
}
