export interface FieldError {
  field: string;
  message: string;
}

/** The RFC 9457 body of a native error, as far as the portal reads it. */
export interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  instance?: string;
  errors?: FieldError[];
}

/** The server answered with an error. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: ProblemBody;

  constructor(status: number, problem: ProblemBody) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }

  /** Last part of the problem's type, for example `cmx-unavailable`. */
  get kind(): string | null {
    return this.problem.type?.split('/').at(-1) ?? null;
  }

  /** Messages by field; a JSON pointer such as `/segments/0` belongs to its first part. */
  get fields(): Record<string, string> {
    const fields: Record<string, string> = {};
    for (const { field, message } of this.problem.errors ?? []) {
      const name = field.replace(/^\//, '').split(/[/.[]/)[0] ?? field;
      fields[name] = name in fields ? `${fields[name]} ${message}` : message;
    }
    return fields;
  }
}

/** No answer came at all: the network or the server is away. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached', { cause });
    this.name = 'NetworkError';
  }
}

/** Trying again may help: nobody has to do anything. */
export function isTransient(error: unknown): boolean {
  return error instanceof NetworkError || (error instanceof ApiError && error.status >= 500);
}

export async function problemOf(response: Response): Promise<ProblemBody> {
  const text = await response.text();
  if (!(response.headers.get('content-type') ?? '').includes('json')) return {};
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    // A body cut in the middle still has its status, which says enough.
    return {};
  }
}
