import type { Building, Campus, Floor, FloorId, Places } from './model';

/** A floor with the building and campus that hold it. */
export interface PlacedFloor {
  campus: Campus;
  building: Building;
  floor: Floor;
}

export function allFloors(places: Places): PlacedFloor[] {
  return places.campuses.flatMap((campus) =>
    campus.buildings.flatMap((building) => building.floors.map((floor) => ({ campus, building, floor }))),
  );
}

export function findFloor(places: Places, id: FloorId | string | undefined): PlacedFloor | undefined {
  return allFloors(places).find((placed) => placed.floor.id === id);
}

/** Buildings often have floors of equal names, so a floor is never named alone. */
export function floorTitle({ building, floor }: PlacedFloor): string {
  return `${building.name} › ${floor.name}`;
}
