import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFindings, openPortal } from '@/test/portal';
import { changedFields, fromUser, toFields } from './draft';

async function openUsers() {
  const portal = await openPortal({ user: 'admin', path: '/users' });
  await screen.findByText('cleo');
  return portal;
}

function rowOf(name: string): HTMLElement {
  const row = screen.getAllByTestId('user').find(({ dataset }) => dataset.user === name);
  if (row === undefined) throw new Error(`no row for ${name}`);
  return row;
}

async function choose({ actor }: Awaited<ReturnType<typeof openUsers>>, name: string, act: string) {
  await actor.click(screen.getByRole('button', { name: `Actions for ${name}` }));
  await actor.click(screen.getByRole('menuitem', { name: act }));
}

test('users are listed with what they may see and where they come from', async () => {
  await openUsers();
  expect(rowOf('admin')).toHaveTextContent('All places');
  expect(rowOf('ben')).toHaveTextContent('From groups');
  expect(rowOf('ana')).toHaveTextContent('Riverside › North Hall › Level 1');
  expect(rowOf('ana')).toHaveTextContent('Configuration');
  expect(await axeFindings()).toEqual([]);
});

test('a new user gets a password that is shown once and can be copied', async () => {
  const { actor } = await openUsers();
  await actor.click(screen.getByRole('button', { name: 'Add user' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add user' });
  await actor.type(await within(dialog).findByLabelText('Name'), 'fay');
  expect(await axeFindings()).toEqual([]);
  await actor.click(within(dialog).getByLabelText('Places'));
  await actor.click(await screen.findByRole('option', { name: 'Riverside>South Hall' }));
  await actor.click(within(dialog).getByRole('button', { name: 'Add user' }));
  const password = await screen.findByTestId<HTMLInputElement>('password');
  expect(password.value.length).toBeGreaterThan(10);
  await actor.click(screen.getByRole('button', { name: 'Copy password' }));
  expect(await navigator.clipboard.readText()).toBe(password.value);
  await actor.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByTestId('password')).not.toBeInTheDocument());
  expect(rowOf('fay')).toHaveTextContent('Added here');
  expect(rowOf('fay')).toHaveTextContent('Riverside › South Hall');
});

test('what the server finds wrong stands at its field', async () => {
  const { actor } = await openUsers();
  await actor.click(screen.getByRole('button', { name: 'Add user' }));
  const name = await screen.findByLabelText('Name');
  const add = within(screen.getByRole('dialog')).getByRole('button', { name: 'Add user' });
  await actor.click(add);
  expect(name).toHaveAccessibleDescription('A name is needed.');
  await actor.type(name, 'Not A Name');
  await actor.click(add);
  await waitFor(() => expect(name).toHaveAccessibleDescription(/Small letters, digits, dot, dash and underscore/));
  expect(name).toBeInvalid();
  await actor.clear(name);
  await actor.type(name, 'ana');
  await actor.click(add);
  await waitFor(() => expect(name).toHaveAccessibleDescription('There is a user of this name already.'));
});

test('a changed user of the configuration is marked as changed', async () => {
  const portal = await openUsers();
  await choose(portal, 'cleo', 'Change…');
  const dialog = await screen.findByRole('dialog', { name: 'Change cleo' });
  await portal.actor.click(await within(dialog).findByRole('combobox', { name: 'Role' }));
  await portal.actor.click(screen.getByRole('option', { name: 'viewer' }));
  await portal.actor.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(rowOf('cleo')).toHaveTextContent('Changed'));
  expect(rowOf('cleo')).toHaveTextContent('viewer');
});

test('removing asks first, and the way out has the focus', async () => {
  const portal = await openUsers();
  await choose(portal, 'emil', 'Remove…');
  const question = await screen.findByRole('alertdialog', { name: 'Remove emil?' });
  expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await portal.actor.click(within(question).getByRole('button', { name: 'Remove user' }));
  expect(await screen.findByText('emil was removed.')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('emil')).not.toBeInTheDocument());
});

test('the last administrator stays, and it is said why', async () => {
  const portal = await openUsers();
  await choose(portal, 'admin', 'Remove…');
  await portal.actor.click(await screen.findByRole('button', { name: 'Remove user' }));
  expect(await screen.findByText(/This is the last administrator/)).toBeVisible();
});

test('a new password is made after a question and shown', async () => {
  const portal = await openUsers();
  await choose(portal, 'ana', 'New password…');
  await portal.actor.click(await screen.findByRole('button', { name: 'Make new password' }));
  expect(await screen.findByRole('dialog', { name: 'Password of ana' })).toBeVisible();
});

test('who may not read users has no such page', async () => {
  await openPortal({ user: 'ana', path: '/users' });
  expect(await screen.findByText('You do not have the right to see this.')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Users' })).not.toBeInTheDocument();
});

test('only what was changed is sent', () => {
  const user = { name: 'ana', role: 'viewer', groups: ['north'], segments: [], disclosure: null, origin: 'SEED', changed: false, administrator: false } as const;
  const before = { ...user, groups: [...user.groups], segments: [] };
  expect(changedFields(before, toFields({ ...fromUser(before), role: '', disclosure: 'Full' }))).toEqual({ role: null, disclosure: 'Full' });
});
