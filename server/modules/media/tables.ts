export type MediaTables = { 'media.picture': PictureRow };

/** `file` is relative to the storage folder, or `demo/...` for a picture that ships with the program. */
export type PictureRow = {
  id: string;
  file: string;
  content_hash: string;
  width: number;
  height: number;
  thumbhash: string;
  created_at: Date;
};
