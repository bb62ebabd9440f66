import type { Step } from '@/domain';

export const PERIODS = ['hours6', 'hours24', 'days7'] as const;
export type Period = (typeof PERIODS)[number];

const HOUR_MS = 3_600_000;

export const LENGTH_MS: Record<Period, number> = { hours6: 6 * HOUR_MS, hours24: 24 * HOUR_MS, days7: 7 * 24 * HOUR_MS };

/** The steps that can be read on a chart of this length; the first is the one to begin with. */
export const STEPS_OF: Record<Period, readonly Step[]> = {
  hours6: ['PT5M', 'PT15M'],
  hours24: ['PT5M', 'PT15M', 'PT1H'],
  days7: ['PT1H'],
};
