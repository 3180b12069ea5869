/** Each travels as text: one that is larger is a large object to V8, and stays until everything is cleaned up. */
export const chunkSize = 65_536;
