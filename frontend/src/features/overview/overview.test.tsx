import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { OccupancyPoint } from '@/domain';
import { axeFindings, openPortal } from '@/test/portal';
import { pathOf } from './Sparkline';

test('several floors come with how many are on each', async () => {
  await openPortal({ user: 'admin' });
  await waitFor(() => expect(screen.getAllByTestId('floor-count').map(({ textContent }) => textContent)).toEqual(['84', '46', '61', '2']));
  expect(screen.getByRole('region', { name: 'South Hall' })).toBeVisible();
  expect(await axeFindings()).toEqual([]);
});

test('a floor leads to its plan', async () => {
  const { actor } = await openPortal({ user: 'ben' });
  const [, second] = await screen.findAllByRole('link', { name: /Level/ });
  await actor.click(second as HTMLElement);
  expect(await screen.findByText('Riverside · North Hall › Level 2')).toBeVisible();
});

test('who was granted nothing that is on the maps is told so', async () => {
  await openPortal({ user: 'emil' });
  expect(await screen.findByText('No places yet')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
});

test('small counts stay withheld', async () => {
  await openPortal({ user: 'dora' });
  expect(await screen.findByText('Too few people to show a number')).toBeVisible();
});

describe('the small line', () => {
  test('is broken where nothing was measured', () => {
    const point = (devices: number | null): OccupancyPoint => ({ at: '', devices, probing: null, gap: devices === null, suppressed: false });
    expect(pathOf([point(1), point(null), point(2), point(2)]).match(/[ML]/g)).toEqual(['M', 'M', 'L']);
  });
});
