export { type InsightEvent, recordEvents } from './record.ts';
