import type { ProblemDetails } from './types';

/** The service refused, or could not be reached (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: string[];

  constructor(details: ProblemDetails) {
    super(details.detail ?? details.title);
    this.name = 'Problem';
    this.status = details.status;
    this.title = details.title;
    this.detail = details.detail;
    this.errors = (details.errors ?? []).map((error) =>
      error.pointer ? `${error.pointer}: ${error.detail}` : error.detail,
    );
  }

  /** Whether asking again may help: the service was away or had trouble of its own. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const UNREACHABLE: ProblemDetails = {
  title: 'The service cannot be reached',
  status: 0,
  detail: 'No answer came. Check that it is running and that you are connected, then try again.',
};

const TITLES: Record<number, string> = {
  401: 'You are signed out',
  403: 'You may not do this',
  404: 'There is no such thing here',
};

function isDetails(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string';
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return new Problem(
    isDetails(body)
      ? { ...body, status: response.status }
      : {
          title: TITLES[response.status] ?? `The service answered ${response.status}`,
          status: response.status,
        },
  );
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', redirect: 'manual' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new Problem(UNREACHABLE);
  }
  // with an identity provider, a session that ended is answered by a way to its sign-in page
  if (response.type === 'opaqueredirect' || response.status === 499) {
    throw new Problem({ title: 'You are signed out', status: 401 });
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

/** Reads JSON. `query` values that are undefined or empty are left out. */
export async function get<T>(
  path: string,
  query: Record<string, string | number | undefined> = {},
  signal?: AbortSignal,
): Promise<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      search.set(name, String(value));
    }
  }
  const response = await send(search.size > 0 ? `${path}?${search}` : path, {
    headers: { Accept: 'application/json', 'X-Requested-With': 'JavaScript' },
    ...(signal && { signal }),
  });
  return (await response.json()) as T;
}

/** Changes something. The header keeps other sites' forms from doing the same in the caller's name. */
export async function post(path: string, form?: Record<string, string>): Promise<void> {
  const response = await send(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Keyline-Csrf': '1', 'X-Requested-With': 'JavaScript' },
    ...(form && { body: new URLSearchParams(form) }),
  });
  await response.text(); // a body left unread is a request that the browser aborts
}
