import { Standin } from '../../dev/standin.js';

let standin: Standin | null = null;
const realFetch = globalThis.fetch;

/** The stand-in alone: `fetch` goes to it and keeps its cookie, as a browser does. */
export async function startStandin(): Promise<Standin> {
  const made = new Standin({ share: 0.2 });
  standin = made;
  const address = await made.listen();
  const cookies: string[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const headers = { ...(init.headers as Record<string, string>), Cookie: cookies.at(-1) ?? '' };
    const response = await realFetch(address + urlOf(input), { ...init, headers });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie !== undefined) cookies.push(cookie);
    return response;
  };
  return made;
}

export async function stopStandin(): Promise<void> {
  globalThis.fetch = realFetch;
  sessionStorage.clear();
  await standin?.close();
  standin = null;
}

function urlOf(input: RequestInfo | URL): string {
  return typeof input === 'string' ? input : input instanceof URL ? input.pathname + input.search : input.url;
}
