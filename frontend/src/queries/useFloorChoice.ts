import { useNavigate, useParams } from 'react-router';
import { allFloors, findFloor, type FloorId, type PlacedFloor, type Places } from '@/domain';

export type FloorChoice =
  | { kind: 'chosen'; placed: PlacedFloor; pick: (floor: FloorId) => void }
  | { kind: 'none' }
  /** The address names a floor that is not one of the user's. */
  | { kind: 'unknown' };

const rememberedFloor = 'precinct.floor';

/** The floor that the page's address names; without one the last that was looked at in this tab, else the first. */
export function useFloorChoice(places: Places, section: 'live' | 'occupancy'): FloorChoice {
  const { floorId } = useParams();
  const navigate = useNavigate();
  const first = allFloors(places)[0];
  if (first === undefined) return { kind: 'none' };
  const placed = floorId === undefined ? (findFloor(places, remembered()) ?? first) : findFloor(places, floorId);
  if (placed === undefined) return { kind: 'unknown' };
  const pick = (floor: FloorId): void => {
    sessionStorage.setItem(rememberedFloor, floor);
    void navigate(`/${section}/${encodeURIComponent(floor)}`);
  };
  return { kind: 'chosen', placed, pick };
}

export function rememberFloor(floor: FloorId): void {
  sessionStorage.setItem(rememberedFloor, floor);
}

function remembered(): string | undefined {
  return sessionStorage.getItem(rememberedFloor) ?? undefined;
}
