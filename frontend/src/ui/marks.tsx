import { Box } from '@mui/material';
import type { DrawingColours } from './palette';

interface MarkProps {
  /** Null: not known, drawn as a grey disc. */
  associated: boolean | null;
  colours: DrawingColours;
  size?: number;
  old?: boolean;
}

/** The sign of a device as on the map: a filled disc for a connected one, an open diamond for one that only probes. */
export function DeviceMark({ associated, colours, size = 14, old = false }: MarkProps) {
  const colour = old || associated === null ? colours.old : associated ? colours.connected : colours.probing;
  return (
    <Box component="svg" viewBox="0 0 14 14" aria-hidden sx={{ width: size, height: size, flex: 'none', display: 'block' }}>
      {associated !== false ? (
        <circle cx="7" cy="7" r="5" fill={colour} />
      ) : (
        <path d="M7 1.6 12.4 7 7 12.4 1.6 7Z" fill="none" stroke={colour} strokeWidth="2" />
      )}
    </Box>
  );
}

export function AccessPointMark({ colours, size = 14 }: { colours: DrawingColours; size?: number }) {
  return (
    <Box component="svg" viewBox="0 0 14 14" aria-hidden sx={{ width: size, height: size, flex: 'none', display: 'block' }}>
      <path d="M7 2 12.5 12h-11Z" fill={colours.accessPoint} />
    </Box>
  );
}
