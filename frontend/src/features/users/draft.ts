import type { User, UserFields } from '@/domain';

/** The form as it is being filled: what is not chosen is an empty text. */
export interface Draft {
  name: string;
  role: string;
  groups: string[];
  segments: string[];
  disclosure: string;
}

export const emptyDraft: Draft = { name: '', role: '', groups: [], segments: [], disclosure: '' };

export function fromUser({ name, role, groups, segments, disclosure }: User): Draft {
  return { name, role: role ?? '', groups, segments, disclosure: disclosure ?? '' };
}

export function toFields({ role, groups, segments, disclosure }: Draft): UserFields {
  return { role: role || null, groups, segments, disclosure: disclosure || null };
}

/** Only what differs is sent, so that two administrators do not overwrite each other's work. */
export function changedFields(user: User, fields: UserFields): Partial<UserFields> {
  const before: UserFields = toFields(fromUser(user));
  const names = Object.keys(fields) as (keyof UserFields)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(fields[name]));
  return Object.fromEntries(changed.map((name) => [name, fields[name]]));
}
