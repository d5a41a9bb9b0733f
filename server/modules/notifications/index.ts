export { createNotifications, type Notifications } from './follow-events.ts';
export { notificationRoutes } from './routes.ts';
