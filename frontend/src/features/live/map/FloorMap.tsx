import Add from '@mui/icons-material/Add';
import FitScreen from '@mui/icons-material/FitScreenOutlined';
import Remove from '@mui/icons-material/Remove';
import { Box, IconButton, Paper, Tooltip, Typography, useMediaQuery } from '@mui/material';
import 'ol/ol.css';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { floorTitle, type DeviceId, type LiveView, type PlacedFloor } from '@/domain';
import { t } from '@/i18n';
import { Hidden, useDrawingColours, type DrawingColours } from '@/ui';
import { Plan } from './Plan';

interface FloorMapProps {
  placed: PlacedFloor;
  view: LiveView | null;
  old: boolean;
  selected: DeviceId | null;
  onSelect: (id: DeviceId | null) => void;
  zone: string | null;
  accessPoints: boolean;
}

/** The plan on the page: a focusable region that arrows move and plus and minus zoom. */
export function FloorMap({ placed, view, old, selected, onSelect, zone, accessPoints }: FloorMapProps) {
  const colours = useDrawingColours();
  const { target, plan, imageFailed } = usePlan(placed, onSelect);
  useMarkers(plan, view, selected);
  useEffect(() => plan?.restyle(colours, zone), [plan, colours, zone]);
  useEffect(() => plan?.markers.restyle(colours, old), [plan, colours, old]);
  useEffect(() => plan?.showAccessPoints(accessPoints), [plan, accessPoints]);
  return (
    <Box sx={{ position: 'relative', height: '100%', bgcolor: colours.floor }}>
      <Box
        ref={target}
        role="application"
        tabIndex={0}
        aria-label={t('live.map.label', { floor: floorTitle(placed) })}
        aria-describedby="map-help"
        data-testid="floor-map"
        data-floor={placed.floor.id}
        data-old={old}
        sx={mapStyle(colours)}
      />
      <Hidden id="map-help">{t('live.map.help')}</Hidden>
      <Buttons plan={plan} />
      {imageFailed && (
        <Typography role="status" variant="body2" sx={{ position: 'absolute', top: 12, left: 12, bgcolor: 'background.paper', px: 1, py: 0.5, borderRadius: 1 }}>
          {t('live.map.imageFailed')}
        </Typography>
      )}
    </Box>
  );
}

/** Plans are black on white: turned over for dark eyes, with the hues kept. */
function mapStyle(colours: DrawingColours) {
  return {
    height: '100%',
    '&:focus-visible': { outlineOffset: -3 },
    '& .floor-image': { filter: colours.dark ? 'invert(0.88) hue-rotate(180deg)' : 'none' },
    '& .floor-tooltip': { bgcolor: colours.text, color: colours.paper, fontSize: 12, fontWeight: 550, px: 1, py: 0.5, borderRadius: 1, whiteSpace: 'nowrap', pointerEvents: 'none' },
  };
}

function usePlan({ floor }: PlacedFloor, onSelect: (id: DeviceId | null) => void) {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [imageFailed, setImageFailed] = useState(false);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const target = useCallback(
    (element: HTMLDivElement) => {
      const made = new Plan({ target: element, floor, still, onSelect, onImageFailed: () => setImageFailed(true) });
      setPlan(made);
      setImageFailed(false);
      return () => made.dispose();
    },
    [floor, still, onSelect],
  );
  return { target, plan, imageFailed };
}

function useMarkers(plan: Plan | null, view: LiveView | null, selected: DeviceId | null): void {
  const devices = view?.devices;
  useEffect(() => {
    if (devices) plan?.show(devices);
  }, [plan, devices]);
  useEffect(() => {
    plan?.markers.select(selected);
    const device = selected === null ? undefined : devices?.get(selected);
    if (device) plan?.reveal(device.x, device.y);
    // Only choosing a device moves the plan, not each of its steps.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [plan, selected]);
}

function Buttons({ plan }: { plan: Plan | null }) {
  return (
    <Paper variant="outlined" sx={{ position: 'absolute', top: 12, right: 12, display: 'grid', p: 0.25 }}>
      <MapButton label={t('live.map.zoomIn')} icon={<Add fontSize="small" />} onClick={() => plan?.zoom(1)} />
      <MapButton label={t('live.map.zoomOut')} icon={<Remove fontSize="small" />} onClick={() => plan?.zoom(-1)} />
      <MapButton label={t('live.map.fit')} icon={<FitScreen fontSize="small" />} onClick={() => plan?.fit()} />
    </Paper>
  );
}

function MapButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip title={label} placement="left">
      <IconButton size="small" aria-label={label} onClick={onClick}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
