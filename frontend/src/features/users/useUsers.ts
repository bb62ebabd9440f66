import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addUser, changeUser, fetchPermissions, fetchUsers, keys, makeNewPassword, removeUser } from '@/api';
import type { UserFields } from '@/domain';

export function useUsers() {
  return useQuery({ queryKey: keys.users, queryFn: ({ signal }) => fetchUsers(signal) });
}

/** What the form may offer. */
export function usePermissions(enabled: boolean) {
  return useQuery({ queryKey: keys.permissions, queryFn: ({ signal }) => fetchPermissions(signal), enabled });
}

export function useAddUser() {
  return useUserChange(addUser);
}

export function useChangeUser() {
  return useUserChange(({ name, fields }: { name: string; fields: Partial<UserFields> }) => changeUser(name, fields));
}

export function useRemoveUser() {
  return useUserChange(removeUser);
}

export function useNewPassword() {
  return useUserChange(makeNewPassword);
}

/** Every change makes the list that is shown old. */
function useUserChange<In, Out>(change: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: keys.users }) });
}
