/** How far a file is: rows written, of how many about (0: not known yet). */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Whom a worker tells how far it is. */
export type Tell = (progress: Progress) => void;

/** The worker's end of a channel to the server, which comes with its task. */
export interface ProgressPort {
  postMessage(progress: Progress): void;
}

/** Tells through a port; nobody where there is none. More than `of` rows are never told. */
export const tellThrough =
  (port: ProgressPort | undefined): Tell =>
  ({ done, of }) =>
    port?.postMessage({ done: Math.min(done, of), of });
