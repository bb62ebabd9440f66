import { MenuItem, Stack, TextField } from '@mui/material';
import { allFloors, type FloorId, type PlacedFloor, type Places } from '@/domain';
import { t } from '@/i18n';

interface PlacePickerProps {
  places: Places;
  current: PlacedFloor;
  onPick: (floor: FloorId) => void;
}

/** Campus, building, floor: only the levels at which there is something to choose. */
export function PlacePicker({ places, current, onPick }: PlacePickerProps) {
  const floors = allFloors(places);
  const firstOf = (matches: (placed: PlacedFloor) => boolean): void => {
    const found = floors.find(matches);
    if (found) onPick(found.floor.id);
  };
  const { campus, building, floor } = current;
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      {places.campuses.length > 1 && (
        <Choice label={t('term.campus')} value={campus.id} options={places.campuses} onChange={(id) => firstOf((placed) => placed.campus.id === id)} />
      )}
      {campus.buildings.length > 1 && (
        <Choice label={t('term.building')} value={building.id} options={campus.buildings} onChange={(id) => firstOf((placed) => placed.building.id === id)} />
      )}
      {building.floors.length > 1 && (
        <Choice label={t('term.floor')} value={floor.id} options={building.floors} onChange={(id) => onPick(id as FloorId)} />
      )}
    </Stack>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: { id: string; name: string }[];
  onChange: (id: string) => void;
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <TextField select label={label} value={value} onChange={(event) => onChange(event.target.value)} sx={{ width: 'auto', minWidth: 132 }}>
      {options.map((option) => (
        <MenuItem key={option.id} value={option.id}>
          {option.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
