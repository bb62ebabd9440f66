import { render, type RenderResult } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { App } from '@/app';
import type { Standin } from '../../dev/standin.js';
import { startStandin } from './standin';

interface Opened extends RenderResult {
  standin: Standin;
  actor: UserEvent;
}

/** Opens the whole portal before a stand-in that speaks the native API over real HTTP; logged in when a user is named. */
export async function openPortal({ user, path = '/' }: { user?: string; path?: string } = {}): Promise<Opened> {
  const made = await startStandin();
  if (user !== undefined) await fetch('/v1/session', { method: 'POST', body: JSON.stringify({ user, password: 'precinct' }) });
  // As index.html has it.
  document.documentElement.lang = 'en';
  window.history.replaceState(null, '', path);
  return { ...render(<App />), standin: made, actor: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

/** What axe finds on the page. Colours need a real browser: `npm run look` judges them. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.documentElement, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
}
