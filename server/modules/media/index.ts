export { mediaRoutes, pictureUrl } from './routes.ts';
export { findPictures, registerPictures, storePicture } from './store-picture.ts';
export type { PictureRow } from './tables.ts';
