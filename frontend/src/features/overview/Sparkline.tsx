import { Box } from '@mui/material';
import type { OccupancyPoint } from '@/domain';
import { useDrawingColours } from '@/ui';

const WIDTH = 110;
const HEIGHT = 36;

/** The shape of the day, without numbers: decoration for those who see it. Where nothing was measured, nothing is drawn. */
export function Sparkline({ points }: { points: OccupancyPoint[] }) {
  const colours = useDrawingColours();
  const path = pathOf(points);
  return (
    <Box component="svg" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden sx={{ width: WIDTH, height: HEIGHT, flex: 'none' }}>
      <path d={path} fill="none" stroke={colours.connected} strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
    </Box>
  );
}

export function pathOf(points: OccupancyPoint[]): string {
  const highest = Math.max(1, ...points.map(({ devices }) => devices ?? 0));
  const step = (WIDTH - 4) / Math.max(1, points.length - 1);
  let pen = 'M';
  const parts: string[] = [];
  points.forEach(({ devices }, i) => {
    if (devices === null) {
      pen = 'M';
      return;
    }
    parts.push(`${pen}${(2 + i * step).toFixed(1)} ${(HEIGHT - 2 - (devices / highest) * (HEIGHT - 4)).toFixed(1)}`);
    pen = 'L';
  });
  return parts.join('');
}
