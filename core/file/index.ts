export { contentType } from './content-type.ts';
export { createFiles, defaultLimit, type Files, type NewFile, type StoredFile } from './files.ts';
