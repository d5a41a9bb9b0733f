import { invalidateAll } from '$app/navigation';

const everyMs = 2000;

/** In an effect: keeps the page's data fresh as long as something runs; what it returns ends that. */
export function refreshWhile(isRunning: boolean): (() => void) | undefined {
  if (!isRunning) return;
  const timer = setInterval(() => {
    if (!document.hidden) void invalidateAll();
  }, everyMs);
  return () => clearInterval(timer);
}
