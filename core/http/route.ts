/**
 * A route as data: its permission, the shapes it takes and gives, and what it does. The app mounts the list,
 * checks the permission before `run`, and writes the OpenAPI document from the same shapes.
 */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';

/** `signed-in`, a named permission such as `flows.deploy`, or `public: <why it needs none>`. */
export type Permission = 'signed-in' | `public: ${string}` | `${string}.${string}`;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Call<Params, Query, Body> {
  actor: Actor;
  params: Params;
  query: Query;
  body: Body;
  /** The request itself, for streams and headers. */
  request: Request;
  /** Goes into the cause of every event this call writes. */
  requestId: string;
  /** Where ids of what this call makes begin, when it has an `Idempotency-Key`: the same if it is repeated. */
  firstId: string | undefined;
}

export interface Reply {
  status: 200 | 201 | 202 | 204;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  method: Method;
  /** OpenAPI style: `/api/records/{entity}`. */
  path: string;
  summary: string;
  tag: string;
  permission: Permission;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  response?: z.ZodType;
  /** Asked from other people's pages: the origins that may, by the parameters of the path; null where there is no such thing. */
  origins?: (params: Record<string, string>) => Promise<readonly string[] | null>;
  /** How often one address may ask. */
  rate?: { most: number; seconds: number };
  run(call: Call<never, never, never>): Promise<Reply | Response>;
}

type Shape<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface RouteInput<P, Q, B> extends Omit<Route, 'run' | 'params' | 'query' | 'body'> {
  params?: P;
  query?: Q;
  body?: B;
  run(call: Call<Shape<P>, Shape<Q>, Shape<B>>): Promise<Reply | Response>;
}

export const route = <
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  input: RouteInput<P, Q, B>,
  // The app validates with the very schemas these types come from before it calls `run`.
): Route => input;

export const reply = (status: Reply['status'], body?: unknown, headers?: Record<string, string>): Reply => ({
  status,
  body,
  headers,
});
