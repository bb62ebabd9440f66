import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
// Loaded ahead, so that no test waits for it.
import './map';
import { axeFindings, openPortal } from '@/test/portal';

async function openLive(user: string, path = '/live') {
  const portal = await openPortal({ user, path });
  await screen.findByRole('heading', { name: 'Live floor plan' });
  return portal;
}

async function openList(user: string) {
  const portal = await openLive(user);
  await portal.actor.click(await screen.findByTestId('device-list-toggle'));
  return portal;
}

test('the floor shows its plan, how many are there now, and each device with its zone and place', async () => {
  await openList('ana');
  await screen.findAllByTestId('device');
  const plan = await screen.findByRole('application', { name: 'Floor plan of North Hall › Level 1' });
  // Devices come and go meanwhile: what is compared is read in one go.
  const rows = await waitFor(() => {
    const listed = screen.getAllByTestId('device');
    const [devices = 0, probing = 0] = ['count-devices', 'count-probing'].map((id) => Number(screen.getByTestId(id).textContent));
    expect(devices).toBe(listed.length);
    expect(probing).toBe(listed.filter(({ dataset }) => dataset.associated === 'false').length);
    expect(Number(plan.dataset.markers)).toBe(listed.length);
    return listed;
  });
  expect(rows[0]?.dataset).toMatchObject({ zone: expect.stringMatching(/^[A-Z]/), x: expect.stringMatching(/^\d/), y: expect.stringMatching(/^\d/) });
  expect(await axeFindings()).toEqual([]);
});

test('devices walk: places change without a reload', async () => {
  await openList('ana');
  const placesOf = () => screen.getAllByTestId('device').map(({ dataset }) => `${dataset.device} ${dataset.x} ${dataset.y}`).join();
  await screen.findAllByTestId('device');
  const before = placesOf();
  await waitFor(() => expect(placesOf()).not.toBe(before));
});

test('a device chosen in the list shows its details', async () => {
  const { actor } = await openList('ana');
  const [row] = await screen.findAllByTestId('device');
  await actor.click(within(row as HTMLElement).getByRole('button'));
  const details = screen.getByTestId('device-details');
  expect(details).toHaveTextContent(row?.dataset.device ?? 'no device');
  expect(details).toHaveTextContent('Uncertaintywithin');
  await actor.click(within(details).getByRole('button', { name: 'Close' }));
  expect(screen.queryByTestId('device-details')).not.toBeInTheDocument();
});

test('a zone cuts the list to those who are in it', async () => {
  const { actor } = await openList('ana');
  const [first] = await screen.findAllByTestId('device');
  const zone = first?.dataset.zone ?? '';
  await actor.click(screen.getByRole('button', { name: new RegExp(`^${zone}`) }));
  const zones = new Set(screen.getAllByTestId('device').map(({ dataset }) => dataset.zone));
  expect([...zones]).toEqual([zone]);
});

test('who was granted one zone sees that, and is told that it is a part', async () => {
  await openLive('cleo');
  expect(screen.getByText(/You see a part of this floor/)).toBeVisible();
  expect((await screen.findAllByTestId('zone')).map(({ textContent }) => textContent?.replace(/\d/g, ''))).toEqual(['Exhibition']);
});

test('who sees numbers only gets numbers, and no list of devices', async () => {
  await openLive('dora');
  expect(await screen.findByText('Numbers only')).toBeVisible();
  await waitFor(() => expect(Number(screen.getByTestId('count-devices').textContent)).toBeGreaterThan(5));
  expect(screen.queryByTestId('device-list-toggle')).not.toBeInTheDocument();
  expect(screen.getByTestId('floor-map')).toHaveAttribute('data-markers', '0');
});

test('a count of too few is withheld, not zero', async () => {
  await openLive('dora', '/live/700000000000000202');
  expect(await screen.findByText('Too few people to show a number')).toBeVisible();
  expect(screen.getByTestId('count-devices')).toHaveTextContent('Withheld');
});

test('a floor with a negative id of 64 bits is a floor like any other', async () => {
  await openLive('admin', '/live/-911100000000000102');
  expect(await screen.findByText('Riverside · North Hall › Level 2')).toBeVisible();
  expect(await screen.findByTestId('floor-map')).toHaveAttribute('data-floor', '-911100000000000102');
});

test('a foreign floor looks like one that does not exist', async () => {
  await openPortal({ user: 'ana', path: '/live/700000000000000201' });
  expect(await screen.findByText('This floor is not there')).toBeVisible();
});

test('silence of the location system is told with its age, markers are marked old, and both go when it is over', async () => {
  const { standin } = await openLive('ana');
  await waitFor(() => expect(screen.getByTestId('connection')).toHaveTextContent('Live'));
  standin.setStale(true);
  expect(await screen.findByTestId('stale')).toHaveTextContent(/has not answered since \d\d:\d\d \(1 min ago\)/);
  expect(screen.getByTestId('floor-map')).toHaveAttribute('data-old', 'true');
  expect(screen.getByTestId('connection')).toHaveTextContent('Old data');
  standin.setStale(false);
  await waitFor(() => expect(screen.queryByTestId('stale')).not.toBeInTheDocument());
  expect(screen.getByTestId('floor-map')).toHaveAttribute('data-old', 'false');
});

test('a lost connection is told, keeps what was known, and comes back on demand', async () => {
  const { actor, standin } = await openLive('ana');
  await waitFor(() => expect(screen.getByTestId('connection')).toHaveTextContent('Live'));
  standin.setDown(true);
  expect(await screen.findByTestId('connection-lost')).toHaveTextContent('Connection lost');
  expect(Number(screen.getByTestId('count-devices').textContent)).toBeGreaterThan(5);
  standin.setDown(false);
  await actor.click(screen.getByRole('button', { name: 'Try now' }));
  await waitFor(() => expect(screen.queryByTestId('connection-lost')).not.toBeInTheDocument());
});

test('one floor has one stream, and leaving the page ends it', async () => {
  const { actor, standin } = await openLive('ana');
  await waitFor(() => expect(standin.live.open_.size).toBe(1));
  await actor.click(screen.getByRole('link', { name: 'Occupancy' }));
  await waitFor(() => expect(standin.live.open_.size).toBe(0));
});
