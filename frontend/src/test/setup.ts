import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { stopStandin } from './standin';

// jsdom computes styles slowly: whether an element is hidden is asked where it matters, by toBeVisible.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });

/** What jsdom leaves out of a browser: it has no layout, so nothing ever changes its size, and nothing is drawn. */
class NoLayout implements ResizeObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}
globalThis.ResizeObserver ??= NoLayout;
HTMLCanvasElement.prototype.getContext = () => null;
window.scrollTo = () => undefined;

afterEach(async () => {
  cleanup();
  await stopStandin();
});
