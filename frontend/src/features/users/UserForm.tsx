import { Autocomplete, MenuItem, TextField } from '@mui/material';
import type { Permissions } from '@/domain';
import { t } from '@/i18n';
import type { Draft } from './draft';

interface UserFormProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  permissions: Permissions;
  /** The name is given and stays. */
  named: boolean;
  /** Message by field. */
  wrong: Record<string, string>;
}

export function UserForm({ draft, onDraft, permissions, named, wrong }: UserFormProps) {
  const set = (change: Partial<Draft>): void => onDraft({ ...draft, ...change });
  const roles = permissions.roles.map(({ name }) => name);
  return (
    <>
      {!named && (
        <TextField
          label={t('users.name')}
          name="name"
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
          autoFocus
          error={wrong.name !== undefined}
          helperText={wrong.name ?? t('users.form.nameHelp')}
          slotProps={{ htmlInput: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, 'aria-required': true } }}
        />
      )}
      <OneOf label={t('term.role')} value={draft.role} options={roles} none={t('users.none')} onChange={(role) => set({ role })} help={t('users.form.roleHelp')} wrong={wrong.role} />
      <Several label={t('term.groups')} value={draft.groups} options={permissions.groups} onChange={(groups) => set({ groups })} wrong={wrong.groups} />
      <Several label={t('term.segments')} value={draft.segments} options={withEverywhere(permissions.segments)} onChange={(segments) => set({ segments })} help={t('users.form.segmentsHelp')} wrong={wrong.segments} free />
      <OneOf label={t('term.disclosure')} value={draft.disclosure} options={permissions.disclosures} none={t('users.form.defaultDisclosure')} onChange={(disclosure) => set({ disclosure })} help={t('users.form.disclosureHelp')} wrong={wrong.disclosure} />
    </>
  );
}

interface FieldProps<Value> {
  label: string;
  value: Value;
  options: string[];
  onChange: (value: Value) => void;
  help?: string;
  wrong?: string;
}

function OneOf({ label, value, options, none, onChange, help, wrong }: FieldProps<string> & { none: string }) {
  return (
    <TextField select label={label} value={value} onChange={(event) => onChange(event.target.value)} error={wrong !== undefined} helperText={wrong ?? help} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      <MenuItem value="">{none}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {option}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** `free`: a place that is not on the maps yet may be written. */
function Several({ label, value, options, onChange, help, wrong, free = false }: FieldProps<string[]> & { free?: boolean }) {
  return (
    <Autocomplete
      multiple
      freeSolo={free}
      autoSelect={free}
      forcePopupIcon
      disableCloseOnSelect
      size="small"
      options={options}
      value={value}
      onChange={(_, next) => onChange(next)}
      renderInput={(params) => <TextField {...params} label={label} error={wrong !== undefined} helperText={wrong ?? help} />}
    />
  );
}

function withEverywhere(segments: string[]): string[] {
  return segments.includes('*') ? segments : ['*', ...segments];
}
