export { createFiles, type Files, type NewFile, type StoredFile } from './files.ts';
export { columnsOfFiles } from './loose/columns-of-files.ts';
export { noteLoose } from './loose/note-loose.ts';
export { removeLoose } from './loose/remove-loose.ts';
