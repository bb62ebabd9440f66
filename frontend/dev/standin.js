import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { serveFile } from './files.js';
import { LiveStreams } from './live.js';
import { occupancy, iso } from './occupancy.js';
import * as permissions from './permissions.js';
import { problem, readJson, send } from './reply.js';
import { UsersApi } from './users.js';
import { CAMPUS, Crowd, FLOORS, draw, inside, seeded } from './world.js';

/**
 * A stand-in for gateway and runtime: the native API by its contract, over a made-up world. For development and for the portal's tests;
 * nothing of it is shipped.
 */
export class Standin {
  /** @param {{ seed?: number, files?: string, clock?: () => number, share?: number }} [options] `share`: of the usual number of devices */
  constructor({ seed = 7, files, clock = Date.now, share = 1 } = {}) {
    this.files = files;
    this.clock = clock;
    /** @type {Map<string, string>} */
    this.sessions = new Map();
    /** @type {{ stale: number | null, down: boolean }} */
    this.faults = { stale: null, down: false };
    this.crowds = new Map(FLOORS.map((plan, i) => [plan.id, new Crowd({ ...plan, crowd: Math.ceil(plan.crowd * share) }, seeded(seed + i))]));
    this.users = new UsersApi();
    this.live = new LiveStreams(this);
    this.server = createServer((request, response) => {
      this.#handle(request, response).catch((error) => {
        console.error(error);
        if (!response.headersSent) problem(response, 500, 'internal', 'Something broke');
      });
    });
  }

  /** @param {number} [port] @returns {Promise<string>} the address */
  async listen(port = 0) {
    await new Promise((done) => this.server.listen(port, '127.0.0.1', () => done(null)));
    this.live.start();
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  }

  async close() {
    this.live.stop();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(() => done(null)));
  }

  /** Data of the location system stops coming, or comes again. @param {boolean} on */
  setStale(on) {
    this.faults.stale = on ? this.clock() - 95_000 : null;
    this.live.tellStale();
  }

  /** The server is gone for everybody, and streams break. @param {boolean} on */
  setDown(on) {
    this.faults.down = on;
    if (on) this.live.cut();
  }

  endSessions() {
    this.sessions.clear();
    this.live.cut();
  }

  /** @param {import('./permissions.js').User} user @param {string | null} floor */
  visibleFloor(user, floor) {
    return permissions.visibleFloors(user).find(({ plan }) => plan.id === floor);
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async #handle(request, response) {
    const url = new URL(request.url ?? '/', 'http://standin');
    if (url.pathname.startsWith('/standin/')) return this.#control(url, response);
    if (!url.pathname.startsWith('/v1/')) return serveFile(this.files, url.pathname, request, response);
    if (this.faults.down) return problem(response, 503, 'runtime-unavailable', 'The tenant is not there at the moment');
    if (url.pathname === '/v1/session') return this.#session(request, response);
    const user = this.#userOf(request);
    if (user === undefined) return problem(response, 401, 'unauthenticated', 'Log in first');
    return this.#route({ request, response, url, user });
  }

  /** @param {import('./reply.js').Call} call */
  async #route(call) {
    const { request, response, url, user } = call;
    const path = url.pathname.slice(4);
    const floor = /^floors\/([^/]+)\/image$/.exec(path)?.[1];
    if (path === 'me') return send(response, 200, me(user));
    if (path === 'places') return this.#allowed(call, 'maps:read') && send(response, 200, places(user));
    if (floor !== undefined) return this.#allowed(call, 'maps:read') && this.#image(call, floor);
    if (path === 'live') return this.#allowed(call, 'clients:read') && this.live.open(call);
    if (path === 'occupancy') return this.#allowed(call, 'analytics:read') && this.#occupancy(call);
    if (path.startsWith('users') || path === 'permissions') {
      return this.#allowed(call, request.method === 'GET' ? 'users:read' : 'users:write') && this.users.handle(call, path);
    }
    return problem(response, 404, 'not-found', 'There is nothing here');
  }

  /** @param {import('./reply.js').Call} call @param {string} action */
  #allowed({ response, user }, action) {
    if (permissions.actionsOf(user).includes(action)) return true;
    problem(response, 403, 'not-allowed', `You may not do this: it needs ${action}`);
    return false;
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async #session(request, response) {
    if (request.method === 'POST') {
      const { user, password } = await readJson(request);
      const known = this.users.find(user);
      if (known === undefined || !this.users.accepts(user, password)) {
        return problem(response, 401, 'bad-credentials', 'User or password is wrong');
      }
      const id = randomBytes(16).toString('hex');
      this.sessions.set(id, user);
      response.setHeader('Set-Cookie', `precinct_session=${id}; HttpOnly; SameSite=Strict; Path=/`);
      return send(response, 200, session(known, this.clock()));
    }
    if (request.method === 'DELETE') {
      this.sessions.delete(cookieOf(request));
      response.setHeader('Set-Cookie', 'precinct_session=; Max-Age=0; Path=/');
      return send(response, 204);
    }
    const user = this.#userOf(request);
    if (user === undefined) return problem(response, 401, 'unauthenticated', 'Log in first');
    return send(response, 200, session(user, this.clock()));
  }

  /** @param {import('./reply.js').Call} call @param {string} id */
  #image({ response, user }, id) {
    const visible = this.visibleFloor(user, id);
    if (visible === undefined) return problem(response, 404, 'not-found', 'No such floor');
    response.writeHead(200, { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=300' });
    return response.end(draw(visible.plan, visible.visible));
  }

  /** @param {import('./reply.js').Call} call */
  #occupancy({ response, url, user }) {
    const query = Object.fromEntries(url.searchParams);
    const visible = this.visibleFloor(user, query.floor ?? null);
    const zone = visible?.visible.find((room) => room.id === query.zone);
    if (visible === undefined || (query.zone !== undefined && zone === undefined)) {
      return problem(response, 404, 'not-found', 'No such floor');
    }
    const { plan } = visible;
    const share = (zone ? 1 : visible.visible.length) / plan.rooms.length;
    const aggregated = permissions.disclosureOf(user) === 'Aggregated';
    const headers = this.faults.stale === null ? {} : this.ageHeaders();
    return send(response, 200, occupancy({ ...query, floor: plan.id, zone: zone?.id ?? null, crowd: plan.crowd, share, aggregated }, this.clock()), headers);
  }

  /** @returns {Record<string, string>} */
  ageHeaders() {
    return { Age: String(Math.round((this.clock() - (this.faults.stale ?? 0)) / 1000)), Warning: '110 - "Response is Stale"' };
  }

  /** @param {URL} url @param {import('node:http').ServerResponse} response */
  #control(url, response) {
    const on = url.searchParams.get('on') !== 'false';
    if (url.pathname === '/standin/stale') this.setStale(on);
    if (url.pathname === '/standin/down') this.setDown(on);
    if (url.pathname === '/standin/end-sessions') this.endSessions();
    return send(response, 204);
  }

  /** @param {import('node:http').IncomingMessage} request */
  #userOf(request) {
    return this.users.find(this.sessions.get(cookieOf(request)));
  }
}

/** @param {import('node:http').IncomingMessage} request */
function cookieOf(request) {
  return /precinct_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
}

/** @param {import('./permissions.js').User} user @param {number} now */
function session(user, now) {
  const tenant = { name: 'acme', displayName: 'Acme Riverside' };
  return { user: user.name, tenant, actions: permissions.actionsOf(user), expiresAt: iso(now + 8 * 3_600_000) };
}

/** @param {import('./permissions.js').User} user */
function me(user) {
  const disclosure = permissions.disclosureOf(user);
  const kinds = ['EVERYWHERE', 'CAMPUS', 'BUILDING', 'FLOOR', 'ZONE'];
  const segments = permissions.segmentsOf(user).map((path) => ({
    path,
    kind: path === '*' ? 'EVERYWHERE' : kinds[path.split('>').length],
    resolved: path === '*' || path === CAMPUS || permissions.allSegments().includes(path),
  }));
  const roles = user.role === null ? [] : [user.role];
  return { name: user.name, disclosure: { name: disclosure, aggregated: disclosure === 'Aggregated' }, segments, roles, groups: user.groups, timeZone: 'America/Bogota' };
}

/** @param {import('./permissions.js').User} user */
function places(user) {
  /** @type {Map<string, object[]>} */
  const buildings = new Map();
  for (const { plan, path, whole, visible } of permissions.visibleFloors(user)) {
    const floors = buildings.get(plan.building) ?? [];
    buildings.set(plan.building, floors);
    floors.push({
      id: plan.id,
      name: plan.name,
      number: plan.number,
      path,
      dimension: { width: plan.width, length: plan.length, unit: 'FEET' },
      image: { url: `/v1/floors/${plan.id}/image`, width: plan.width * 6, height: plan.length * 6 },
      whole,
      zones: visible.map(({ id, name, box: [x0, y0, x1, y1] }) => ({ id, name, polygon: [[x0, y0], [x1, y0], [x1, y1], [x0, y1]] })),
      accessPoints: visible.map((room, i) => ({ name: `AP-${plan.number}${i + 1}`, x: (room.box[0] + room.box[2]) / 2, y: (room.box[1] + room.box[3]) / 2 }))
        .filter(({ x, y }) => visible.some((room) => inside(room, x, y))),
    });
  }
  const made = [...buildings].map(([name, floors]) => ({ id: `building-${name}`, name, floors }));
  return { campuses: made.length === 0 ? [] : [{ id: '700000000000000001', name: CAMPUS, buildings: made }] };
}
