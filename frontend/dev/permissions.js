import { CAMPUS, FLOORS } from './world.js';

/** Who may do and see what in the stand-in. Every password is `precinct`. */
export const PASSWORD = 'precinct';

/**
 * @typedef {{ name: string, role: string | null, groups: string[], segments: string[], disclosure: string | null,
 *   origin: 'SEED' | 'ADMINISTRATOR', changed: boolean, administrator: boolean }} User
 */

export const ALL_ACTIONS = ['clients:read', 'history:read', 'maps:read', 'analytics:read', 'users:read', 'users:write'];

export const ROLES = [
  { name: 'administrator', allow: ALL_ACTIONS },
  { name: 'floor-staff', allow: ['clients:read', 'maps:read', 'analytics:read'] },
  { name: 'viewer', allow: ['maps:read', 'analytics:read'] },
];

export const DISCLOSURES = ['Full', 'Pseudonymous', 'Aggregated', 'no-network'];

/** @type {{ name: string, role: string, segments: string[], disclosure: string | null }[]} */
export const GROUPS = [{ name: 'north', role: 'floor-staff', segments: [`${CAMPUS}>North Hall`], disclosure: 'no-network' }];

/** @returns {User[]} */
export function seedUsers() {
  return [
    seedUser('admin', { role: 'administrator', segments: ['*'], disclosure: 'Full', administrator: true }),
    seedUser('ana', { role: 'floor-staff', segments: [`${CAMPUS}>North Hall>Level 1`], disclosure: 'Pseudonymous' }),
    seedUser('ben', { groups: ['north'] }),
    seedUser('cleo', { role: 'floor-staff', segments: [`${CAMPUS}>North Hall>Level 1>Exhibition`] }),
    seedUser('dora', { role: 'floor-staff', segments: [CAMPUS], disclosure: 'Aggregated' }),
    seedUser('emil', { role: 'floor-staff', segments: [`${CAMPUS}>East Hall`] }),
  ];
}

/** @param {User} user */
export function actionsOf(user) {
  const roles = [user.role, ...groupsOf(user).map((group) => group.role)];
  return [...new Set(ROLES.filter((role) => roles.includes(role.name)).flatMap((role) => role.allow))];
}

/** @param {User} user */
export function disclosureOf(user) {
  return user.disclosure ?? groupsOf(user)[0]?.disclosure ?? 'Full';
}

/** @param {User} user */
export function segmentsOf(user) {
  return [...user.segments, ...groupsOf(user).flatMap((group) => group.segments)];
}

/** The rooms of each floor that the user may see. @param {User} user */
export function visibleFloors(user) {
  const segments = segmentsOf(user);
  return FLOORS.flatMap((plan) => {
    const path = `${CAMPUS}>${plan.building}>${plan.name}`;
    const whole = segments.some((segment) => segment === '*' || path === segment || path.startsWith(`${segment}>`));
    const visible = plan.rooms.filter((room) => whole || segments.includes(`${path}>${room.name}`));
    return visible.length === 0 ? [] : [{ plan, path, whole, visible }];
  });
}

export function allSegments() {
  return FLOORS.flatMap(({ building, name, rooms }) => {
    const path = `${CAMPUS}>${building}>${name}`;
    return [`${CAMPUS}>${building}`, path, ...rooms.map((room) => `${path}>${room.name}`)];
  }).filter((segment, i, all) => all.indexOf(segment) === i);
}

/** @param {User} user */
function groupsOf(user) {
  return GROUPS.filter((group) => user.groups.includes(group.name));
}

/** @param {string} name @param {Partial<User>} fields @returns {User} */
function seedUser(name, fields) {
  return { name, role: null, groups: [], segments: [], disclosure: null, origin: 'SEED', changed: false, administrator: false, ...fields };
}
