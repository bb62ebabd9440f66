import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { axeFindings, openPortal } from '@/test/portal';

afterEach(() => void vi.useRealTimers());

test('who logs in comes to the floor that was granted', async () => {
  const { actor } = await openPortal();
  await actor.type(await screen.findByLabelText('User'), 'ana');
  await actor.type(screen.getByLabelText('Password'), 'precinct');
  await actor.click(screen.getByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('heading', { name: 'Live floor plan' })).toBeVisible();
  expect(screen.getByText('Riverside · North Hall › Level 1')).toBeVisible();
});

test('a wrong password is said, and the password is ready to be typed again', async () => {
  const { actor } = await openPortal();
  await actor.type(await screen.findByLabelText('User'), 'ana');
  await actor.type(screen.getByLabelText('Password'), 'guess');
  await actor.click(screen.getByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('User or password is wrong.');
  expect(screen.getByLabelText('Password')).toHaveFocus();
  expect(screen.getByLabelText('User')).toHaveValue('ana');
  expect(await axeFindings()).toEqual([]);
});

test('a server that is away is not called a wrong password', async () => {
  const { actor, standin } = await openPortal();
  const user = await screen.findByLabelText('User');
  standin.setDown(true);
  await actor.type(user, 'ana');
  await actor.type(screen.getByLabelText('Password'), 'precinct{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Logging in is not possible at the moment.');
});

test('password managers find the fields', async () => {
  await openPortal();
  expect(await screen.findByLabelText('User')).toHaveAttribute('autocomplete', 'username');
  expect(screen.getByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password');
});

test('after an ended session one logs in and is back where one was', async () => {
  const { actor, standin } = await openPortal({ user: 'admin', path: '/users' });
  expect(await screen.findByText('cleo')).toBeVisible();
  standin.endSessions();
  await actor.click(screen.getByRole('button', { name: 'Actions for cleo' }));
  await actor.click(screen.getByRole('menuitem', { name: 'New password…' }));
  await actor.click(screen.getByRole('button', { name: 'Make new password' }));
  expect(await screen.findByText(/Your session has ended/)).toBeVisible();
  await actor.type(screen.getByLabelText('User'), 'admin');
  await actor.type(screen.getByLabelText('Password'), 'precinct{Enter}');
  expect(await screen.findByRole('heading', { name: 'Users' })).toBeVisible();
});

test('a page that asks for nothing notices by itself that its session was ended', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { standin } = await openPortal({ user: 'admin', path: '/users' });
  expect(await screen.findByText('cleo')).toBeVisible();
  standin.endSessions();
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  expect(await screen.findByText(/Your session has ended/)).toBeVisible();
  expect(screen.queryByText('cleo')).not.toBeInTheDocument();
});

test('who comes back to a page sees at once that his session was ended', async () => {
  const { standin } = await openPortal({ user: 'admin', path: '/users' });
  expect(await screen.findByText('cleo')).toBeVisible();
  standin.endSessions();
  fireEvent.focus(window);
  expect(await screen.findByText(/Your session has ended/)).toBeVisible();
});

test('a server that is away ends no session', async () => {
  const { standin } = await openPortal({ user: 'admin', path: '/users' });
  expect(await screen.findByText('cleo')).toBeVisible();
  standin.setDown(true);
  const asked = vi.spyOn(globalThis, 'fetch');
  fireEvent.focus(window);
  await waitFor(() => expect(asked).toHaveBeenCalledWith('/v1/session', expect.anything()));
  await Promise.allSettled(asked.mock.results.map(({ value }) => value as Promise<Response>));
  asked.mockRestore();
  standin.setDown(false);
  expect(screen.getByText('cleo')).toBeVisible();
});

test('who logs out is out, and the next starts at the front', async () => {
  const { actor } = await openPortal({ user: 'ben', path: '/occupancy' });
  await actor.click(await screen.findByRole('button', { name: 'Account of ben' }));
  expect(await screen.findByText('Disclosure: no-network')).toBeVisible();
  await actor.click(screen.getByRole('menuitem', { name: 'Log out' }));
  expect(await screen.findByText('You are logged out.')).toBeVisible();
  await actor.type(screen.getByLabelText('User'), 'ana');
  await actor.type(screen.getByLabelText('Password'), 'precinct{Enter}');
  expect(await screen.findByRole('heading', { name: 'Live floor plan' })).toBeVisible();
  await waitFor(() => expect(screen.queryByText('ben')).not.toBeInTheDocument());
});
