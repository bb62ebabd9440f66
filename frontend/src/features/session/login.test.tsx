import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFindings, openPortal } from '@/test/portal';

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
