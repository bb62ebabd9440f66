import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
// Loaded ahead, so that no test waits for it.
import './chart';
import { axeFindings, openPortal } from '@/test/portal';

// A chart wants to know how large it is; jsdom has no layout.
beforeAll(() => {
  Object.defineProperties(HTMLElement.prototype, { clientWidth: { get: () => 800 }, clientHeight: { get: () => 360 } });
});

test('now and the last day are shown, and the chart says in words what it shows', async () => {
  await openPortal({ user: 'ana', path: '/occupancy' });
  const chart = await screen.findByRole('img', { name: /Line chart of devices in North Hall › Level 1, Last 24 hours\. Peak \d+\. 1 stretch without data\./ });
  expect(Number(screen.getByTestId('now-devices').textContent)).toBe(84);
  expect(screen.getByText('No data was received')).toBeVisible();
  await waitFor(() => expect(chart.querySelectorAll('path').length).toBeGreaterThan(3));
  expect(await axeFindings()).toEqual([]);
});

test('the table says the same, and a gap is no zero', async () => {
  const { actor } = await openPortal({ user: 'ana', path: '/occupancy' });
  await actor.click(await screen.findByRole('button', { name: 'Table' }));
  const rows = await screen.findAllByTestId('point');
  expect(rows).toHaveLength(24);
  expect(await axeFindings()).toEqual([]);
  await actor.click(screen.getByRole('button', { name: 'Go to next page' }));
  await actor.click(screen.getByRole('button', { name: 'Go to next page' }));
  const gap = screen.getAllByTestId('point').find(({ dataset }) => dataset.state === 'gap');
  expect(gap).toHaveTextContent('No dataNo data');
  expect(gap?.dataset.devices).toBe('');
});

test('withheld numbers are called so', async () => {
  const { actor } = await openPortal({ user: 'dora', path: '/occupancy/700000000000000202' });
  expect(await screen.findByText('Withheld: too few people')).toBeVisible();
  await actor.click(screen.getByRole('button', { name: 'Table' }));
  await waitFor(() => expect(screen.getAllByTestId('point').length).toBeGreaterThan(0));
});

test('a zone and a longer period are asked for', async () => {
  const { actor } = await openPortal({ user: 'ana', path: '/occupancy' });
  await actor.click(await screen.findByRole('combobox', { name: 'Zone' }));
  await actor.click(screen.getByRole('option', { name: 'Café' }));
  await actor.click(screen.getByRole('combobox', { name: 'Period' }));
  await actor.click(screen.getByRole('option', { name: 'Last 7 days' }));
  expect(await screen.findByRole('img', { name: /devices in Café, Last 7 days/ })).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Step' })).toHaveTextContent('1 hour');
});

test('old data says how old it is', async () => {
  const { standin } = await openPortal({ user: 'ana', path: '/live' });
  await screen.findByRole('heading', { name: 'Live floor plan' });
  standin.setStale(true);
  screen.getByRole('link', { name: 'Occupancy' }).click();
  expect(await screen.findByText(/has not answered since .* \(1 min ago\)/)).toBeVisible();
});

test('a server without an answer is not an empty day', async () => {
  const { standin } = await openPortal({ user: 'ana', path: '/live' });
  await screen.findByRole('heading', { name: 'Live floor plan' });
  standin.setDown(true);
  screen.getByRole('link', { name: 'Occupancy' }).click();
  expect(await screen.findByText('This could not be loaded')).toBeVisible();
});
