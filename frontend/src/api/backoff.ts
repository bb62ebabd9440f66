/** How long to wait before the nth try: doubling to half a minute, spread so that a thousand portals do not return at once. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10));
  return Math.round(longest * (0.5 + random() / 2));
}
