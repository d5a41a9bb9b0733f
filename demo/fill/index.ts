export { fillDemoWorld } from './fill-demo-world.ts';
