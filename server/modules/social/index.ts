export { socialRoutes } from './routes.ts';
export { type FollowRow, type LikeRow, saveMarks } from './save-marks.ts';
