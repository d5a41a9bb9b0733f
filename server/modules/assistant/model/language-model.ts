import type { ToolSet } from 'ai';
import type { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { LanguageModelConfig } from '#platform/config';
import type { Logger } from '#platform/log';
import { fetchBounded, TooLongError } from './bounded-fetch.ts';

/** Why nothing usable came from a model. */
export type ModelFailure =
  | 'timeout'
  | 'rate-limited'
  | 'unavailable'
  | 'invalid'
  | 'too-long'
  /** It failed several times in a row and is left in peace for a while. */
  | 'resting'
  /** As many answers wait for it as may. */
  | 'busy';

export type ModelReply<Value> = { kind: 'answered'; value: Value } | { kind: 'failed'; reason: ModelFailure };

export type ModelRequest<Value> = {
  system: string;
  /** What is data in it is fenced (`fenceData`). */
  prompt: string;
  schema: z.ZodType<Value>;
  tools?: ToolSet;
};

/** A language model behind an OpenAI-compatible API. Never throws; what it says is a proposal that someone has to check. */
export type LanguageModel = {
  mode: LanguageModelConfig['mode'];
  ask<Value>(request: ModelRequest<Value>): Promise<ModelReply<Value>>;
};

const MOST_AT_ONCE = 16;
const MOST_TOKENS = 2_000;
/** Turns of one request, calls of tools included. */
const MOST_STEPS = 4;
const FAILURES_BEFORE_REST = 3;
const REST_MS = 30_000;

/**
 * The configured model. Its client is loaded here, so that an instance without one loads nothing. An answer waits
 * `timeoutMs` for it in all: where it also plans, half for the plan and half for the words.
 */
export function createLanguageModel(config: LanguageModelConfig, clock: Clock, log: Logger): LanguageModel {
  const loading = loadClient(config);
  loading.catch(() => {});
  const timeoutMs = config.mode === 'plan' ? config.timeoutMs / 2 : config.timeoutMs;
  let asking = 0;
  let failures = 0;
  let restsUntil = 0;

  async function ask<Value>(request: ModelRequest<Value>): Promise<ModelReply<Value>> {
    if (clock.now() < restsUntil) return { kind: 'failed', reason: 'resting' };
    if (asking >= MOST_AT_ONCE) return { kind: 'failed', reason: 'busy' };
    asking++;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      // Also what does not listen to the signal (a tool, a slow name server) makes no answer wait longer.
      const value = await Promise.race([loading.then((client) => client(request, timeout)), rejectOn(timeout)]);
      failures = 0;
      return { kind: 'answered', value };
    } catch (error) {
      const reason = timeout.aborted ? 'timeout' : failureOf(error);
      log.warn({ reason }, 'the language model gave nothing usable');
      if (reason !== 'invalid' && ++failures >= FAILURES_BEFORE_REST) {
        failures = 0;
        restsUntil = clock.now() + REST_MS;
        log.warn({ restMs: REST_MS }, 'the language model rests');
      }
      return { kind: 'failed', reason };
    } finally {
      asking--;
    }
  }

  return { mode: config.mode, ask };
}

type Client = <Value>(request: ModelRequest<Value>, abortSignal: AbortSignal) => Promise<Value>;

async function loadClient(config: LanguageModelConfig): Promise<Client> {
  const [{ createOpenAICompatible }, { Output, stepCountIs, streamText }] = await Promise.all([
    import('@ai-sdk/openai-compatible'),
    import('ai'),
  ]);
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: config.baseUrl,
    apiKey: config.apiKey || undefined,
    supportsStructuredOutputs: true,
    fetch: fetchBounded,
  });
  return async ({ system, prompt, schema, tools }, abortSignal) => {
    let failure: unknown;
    const result = streamText({
      model: provider(config.model),
      system,
      prompt,
      tools,
      stopWhen: stepCountIs(MOST_STEPS),
      // Only the whole is of use; reading each beginning of it again takes a time that grows with its square.
      output: { ...Output.object({ schema }), parsePartialOutput: async () => undefined },
      temperature: 0,
      maxOutputTokens: MOST_TOKENS,
      maxRetries: 0,
      abortSignal,
      onError: ({ error }) => {
        failure ??= error;
      },
    });
    try {
      return (await result.output) as z.infer<typeof schema>;
    } catch (error) {
      throw failure ?? error;
    }
  };
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function failureOf(error: unknown): ModelFailure {
  for (let at = error as { cause?: unknown; statusCode?: number; name?: string } | undefined; at; ) {
    if (at instanceof TooLongError) return 'too-long';
    if (at.statusCode === 429) return 'rate-limited';
    if (at.statusCode !== undefined) return 'unavailable';
    at = at.cause as typeof at;
  }
  const { name, message } = error as Error;
  if (/fetch|connect|socket|terminated|network/i.test(`${name} ${message}`)) return 'unavailable';
  return 'invalid';
}
