const STEPS = { PT5M: 300_000, PT15M: 900_000, PT1H: 3_600_000 };

/**
 * A believable day: few at night, a peak at noon and one after work; half an hour without data, and withheld numbers where few are.
 * @param {{ floor: string, zone: string | null, crowd: number, share: number, from?: string, to?: string, step?: string, aggregated: boolean }} request
 * @param {number} now
 */
export function occupancy(request, now) {
  const step = /** @type {keyof typeof STEPS} */ (request.step ?? 'PT5M');
  const size = STEPS[step];
  const to = request.to ? Date.parse(request.to) : now;
  const from = request.from ? Date.parse(request.from) : to - 86_400_000;
  const points = [];
  for (let at = Math.ceil(from / size) * size; at + size <= to; at += size) points.push(point(request, at, now));
  return {
    floor: request.floor,
    zone: request.zone,
    step,
    timeZone: 'America/Bogota',
    now: { at: iso(now), ...counts(request, request.crowd * 0.7, request.crowd * 0.3) },
    points,
  };
}

/** @param {Parameters<typeof occupancy>[0]} request @param {number} at @param {number} now */
function point(request, at, now) {
  const hoursAgo = (now - at) / 3_600_000;
  if (hoursAgo > 5 && hoursAgo < 6.1) return { at: iso(at), devices: null, probing: null, gap: true, suppressed: false };
  const hour = ((at / 3_600_000 - 5) % 24 + 24) % 24;
  const rhythm = 0.03 + bell(hour, 12.5, 2.4) + 0.75 * bell(hour, 17.5, 1.9);
  const wobble = 1 + 0.09 * Math.sin(at / 1_300_000) + 0.05 * Math.sin(at / 410_000);
  const base = request.crowd * rhythm * wobble;
  return { at: iso(at), gap: false, ...counts(request, base * 0.8, base * 0.35) };
}

/** @param {{ share: number, aggregated: boolean }} request @param {number} connected @param {number} probing */
function counts({ share, aggregated }, connected, probing) {
  const only = Math.round(probing * share);
  const devices = Math.round(connected * share) + only;
  const suppressed = aggregated && devices > 0 && devices < 5;
  return suppressed ? { devices: null, probing: null, suppressed } : { devices, probing: only, suppressed };
}

/** @param {number} x @param {number} middle @param {number} width */
function bell(x, middle, width) {
  return Math.exp(-((x - middle) ** 2) / (2 * width * width));
}

/** With an offset, as the runtime sends it. @param {number} at */
export function iso(at) {
  return new Date(at).toISOString().replace('Z', '+00:00');
}
