import { randomBytes } from 'node:crypto';
import { CAMPUS } from './world.js';
import { DISCLOSURES, GROUPS, PASSWORD, ROLES, allSegments, seedUsers } from './permissions.js';
import { problem, readJson, send } from './reply.js';

/** The users of the stand-in: list, add, change, remove, new password. */
export class UsersApi {
  constructor() {
    this.users = new Map(seedUsers().map((user) => [user.name, user]));
    /** @type {Map<string, string>} */
    this.passwords = new Map();
    this.revision = 1;
  }

  /** @param {string | undefined} name */
  find(name) {
    return name === undefined ? undefined : this.users.get(name);
  }

  /** @param {string} name @param {string} password */
  accepts(name, password) {
    return password === (this.passwords.get(name) ?? PASSWORD);
  }

  /** @param {import('./reply.js').Call} call @param {string} path */
  async handle({ request, response }, path) {
    const [, encoded, part] = path.split('/');
    if (path === 'permissions') return send(response, 200, offered());
    if (path === 'users' && request.method === 'GET') {
      return send(response, 200, { users: [...this.users.values()], revision: this.revision });
    }
    const body = await readJson(request);
    if (path === 'users') return this.#add(response, body);
    const user = this.find(decodeURIComponent(encoded ?? ''));
    if (user === undefined) return problem(response, 404, 'not-found', 'No such user');
    if (part === 'password') return send(response, 200, { password: this.#newPassword(user.name) });
    if (request.method === 'DELETE') return this.#remove(response, user);
    return this.#change(response, user, body);
  }

  /** @param {import('node:http').ServerResponse} response @param {Record<string, any>} body */
  #add(response, body) {
    const errors = wrongFields(body);
    if (!/^[a-z][a-z0-9._-]{0,62}$/.test(body.name ?? '')) {
      errors.push({ field: '/name', message: 'Small letters, digits, dot, dash and underscore; a letter first.' });
    }
    if (errors.length > 0) return problem(response, 422, 'invalid', 'Some fields are wrong', errors);
    if (this.users.has(body.name)) return problem(response, 409, 'name-taken', `There is a user ${body.name} already`);
    const { name, role = null, groups = [], segments = [], disclosure = null } = body;
    /** @type {import('./permissions.js').User} */
    const user = { name, role, groups, segments, disclosure, origin: 'ADMINISTRATOR', changed: false, administrator: role === 'administrator' };
    this.users.set(name, user);
    this.revision++;
    return send(response, 201, { ...user, password: this.#newPassword(name) });
  }

  /** @param {import('node:http').ServerResponse} response @param {import('./permissions.js').User} user @param {Record<string, any>} body */
  #change(response, user, body) {
    const errors = wrongFields(body);
    if (errors.length > 0) return problem(response, 422, 'invalid', 'Some fields are wrong', errors);
    Object.assign(user, body, { changed: true });
    this.revision++;
    return send(response, 200, user);
  }

  /** @param {import('node:http').ServerResponse} response @param {import('./permissions.js').User} user */
  #remove(response, user) {
    const administrators = [...this.users.values()].filter(({ administrator }) => administrator);
    if (user.administrator && administrators.length === 1) {
      return problem(response, 409, 'last-administrator', 'The last administrator cannot be removed');
    }
    this.users.delete(user.name);
    this.revision++;
    return send(response, 204);
  }

  /** @param {string} name */
  #newPassword(name) {
    const password = randomBytes(12).toString('base64url');
    this.passwords.set(name, password);
    return password;
  }
}

function offered() {
  const segments = ['*', CAMPUS, ...allSegments()];
  return { roles: ROLES, groups: GROUPS.map(({ name }) => name), disclosures: DISCLOSURES, segments };
}

/** @param {Record<string, any>} body */
function wrongFields(body) {
  const errors = [];
  const segments = /** @type {string[]} */ (body.segments ?? []);
  const unknown = segments.find((segment) => segment !== '*' && /^\s*$|>>|\*/.test(segment));
  if (unknown !== undefined) errors.push({ field: '/segments/0', message: `“${unknown}” is not Campus>Building>Floor>Zone.` });
  if (body.role && !ROLES.some(({ name }) => name === body.role)) errors.push({ field: '/role', message: 'No such role.' });
  return errors;
}
