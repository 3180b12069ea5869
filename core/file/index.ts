export { createFiles, type Files, type NewFile, type StoredFile } from './files.ts';
