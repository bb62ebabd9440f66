import { createParser } from 'eventsource-parser';
import { ApiError, NetworkError, problemOf } from './errors';

export interface StreamEvent {
  name: string;
  data: string;
}

export interface StreamHandlers {
  onOpen: () => void;
  onEvent: (event: StreamEvent) => void;
}

/** The server sends at least a comment every 15 s; twice that and a bit without a byte means that the line is dead. */
const SILENCE_MS = 35_000;

/**
 * Reads one server-sent-event stream until it ends. By fetch and not by EventSource, which hides the status of a refusal, so that an
 * ended session could not be told from a broken line.
 *
 * @throws ApiError when the server refuses, NetworkError when the line breaks, ends or falls silent
 */
export async function readEvents(url: string, handlers: StreamHandlers, signal: AbortSignal): Promise<never> {
  const line = new AbortController();
  const stop = (): void => line.abort();
  signal.addEventListener('abort', stop);
  try {
    const response = await fetch(url, {
      headers: { Accept: 'text/event-stream' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: line.signal,
    });
    if (!response.ok || response.body === null) throw new ApiError(response.status, await problemOf(response));
    handlers.onOpen();
    await pump(response.body.getReader(), handlers, stop);
  } catch (cause) {
    throw cause instanceof ApiError ? cause : new NetworkError(cause);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
  throw new NetworkError('the stream ended');
}

async function pump(reader: ReadableStreamDefaultReader<Uint8Array>, handlers: StreamHandlers, stop: () => void) {
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent: (event) => handlers.onEvent({ name: event.event ?? 'message', data: event.data }),
  });
  for (;;) {
    const silence = setTimeout(stop, SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
  }
}
