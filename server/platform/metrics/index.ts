import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  /** A number read at each scrape. */
  gauge(name: string, help: string, read: () => number): void;
  /** Times an engine's work, in seconds. */
  timer(name: string, help: string): { observe(seconds: number): void };
  render(): Promise<{ body: string; contentType: string }>;
};

/** Prometheus metrics of one process: ours, whose names start with `vitrine_`, and those of Node. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
  const requests = new Histogram({
    name: 'vitrine_http_request_seconds',
    help: 'Duration of API requests.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  });
  return {
    observeRequest(method, route, status, seconds) {
      requests.observe({ method, route, status: String(status) }, seconds);
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
    timer(name, help) {
      return new Histogram({ name, help, buckets, registers: [registry] });
    },
    async render() {
      return { body: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
