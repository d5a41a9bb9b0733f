/** The part of autocannon that the benches use; the package ships no types. */
declare module 'autocannon' {
  type Result = {
    requests: { average: number };
    latency: { p50: number; p99: number };
    non2xx: number;
    errors: number;
  };
  type Request = { path?: string };
  export default function autocannon(options: {
    url: string;
    duration: number;
    connections: number;
    requests?: { setupRequest?: (request: Request) => Request }[];
  }): Promise<Result>;
}
