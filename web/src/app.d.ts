import type { Me } from '#contract/account';
import type { Locale } from '#contract/common';

declare global {
  namespace App {
    interface Locals {
      locale: Locale;
      theme: 'light' | 'dark' | 'system';
      me: Me | null;
      /** How many notifications the reader has not read. */
      unread: number;
      /** Whether the page has changed something through the API, such as by asking the assistant. */
      hasWritten?: boolean;
    }
    interface Error {
      message: string;
      code?: string;
    }
    interface Platform {
      /** The Node request; the server puts the API on it, to be called in process, and its log. */
      req: import('node:http').IncomingMessage & {
        vitrineApi?: { fetch(request: Request): Promise<Response>; report(failure: unknown): void };
      };
    }
  }
}
