// `npm run dev`: the server from source, restarted when it changes; pages by Vite, reloaded in the browser.
import { spawn } from 'node:child_process';

const watch = ['server', 'contract', 'knowledge'].map((folder) => `--include=${folder}/**/*`);
const child = spawn('npx', ['tsx', 'watch', '--clear-screen=false', ...watch, 'server/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, VITRINE_DEV: 'on' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
