import { disclosureOf } from './permissions.js';
import { iso } from './occupancy.js';
import { problem } from './reply.js';
import { inside } from './world.js';

const TICK_MS = 1000;

/** The open server-sent-event streams. */
export class LiveStreams {
  /** @param {import('./standin.js').Standin} standin */
  constructor(standin) {
    this.standin = standin;
    /** @type {Set<{ response: import('node:http').ServerResponse, visible: any, aggregated: boolean }>} */
    this.open_ = new Set();
  }

  start() {
    this.timer = setInterval(() => this.tick(), TICK_MS);
    this.heart = setInterval(() => this.open_.forEach(({ response }) => response.write(': still here\n\n')), 15_000);
  }

  stop() {
    clearInterval(this.timer);
    clearInterval(this.heart);
    this.cut();
  }

  cut() {
    this.open_.forEach(({ response }) => response.destroy());
    this.open_.clear();
  }

  /** @param {import('./reply.js').Call} call */
  open({ response, url, user }) {
    const visible = this.standin.visibleFloor(user, url.searchParams.get('floor'));
    if (visible === undefined) return problem(response, 404, 'not-found', 'No such floor');
    const stream = { response, visible, aggregated: disclosureOf(user) === 'Aggregated' };
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    this.open_.add(stream);
    response.on('close', () => this.open_.delete(stream));
    event(response, 'snapshot', this.#snapshot(stream));
  }

  /** Everybody walks for a second, and what was seen of them is told. */
  tick() {
    const now = this.standin.clock();
    if (this.standin.faults.stale !== null) return;
    for (const [floor, crowd] of this.standin.crowds) {
      const seen = crowd.step(TICK_MS / 1000, now);
      const change = Math.random() < 0.15 && crowd.walkers.length > 10 ? crowd.exchange() : undefined;
      if (change) seen.push(change.came);
      for (const stream of this.open_) {
        if (stream.visible.plan.id === floor) this.#update(stream, seen, change ? [change.gone] : [], now);
      }
    }
  }

  tellStale() {
    const { stale } = this.standin.faults;
    for (const { response } of this.open_) {
      if (stale === null) event(response, 'fresh', {});
      else event(response, 'stale', { since: iso(stale), reason: 'cmx-unavailable' });
    }
  }

  /** @param {any} stream @param {import('./world.js').Walker[]} seen @param {string[]} removed @param {number} now */
  #update(stream, seen, removed, now) {
    const count = this.#count(stream);
    if (stream.aggregated) return event(stream.response, 'update', { serverTime: iso(now), upserts: [], removed: [], count });
    const { visible } = stream.visible;
    const here = seen.filter(({ x, y }) => visible.some((/** @type {any} */ room) => inside(room, x, y)));
    const left = seen.filter((walker) => !here.includes(walker)).map(({ id }) => id);
    event(stream.response, 'update', { serverTime: iso(now), upserts: here.map((w) => device(w, visible)), removed: [...removed, ...left], count });
  }

  /** @param {any} stream */
  #snapshot(stream) {
    const { plan, visible } = stream.visible;
    const { stale } = this.standin.faults;
    const now = this.standin.clock();
    const devices = stream.aggregated ? {} : { devices: this.#here(stream).map((walker) => device(walker, visible)) };
    const dataAge = stale === null ? 1 : Math.round((now - stale) / 1000);
    return { floor: plan.id, serverTime: iso(now), stale: stale !== null, dataAge, count: this.#count(stream), ...devices };
  }

  /** @param {any} stream */
  #count(stream) {
    const here = this.#here(stream);
    const probing = here.filter(({ associated }) => !associated).length;
    const suppressed = stream.aggregated && here.length > 0 && here.length < 5;
    return suppressed ? { devices: null, probing: null, suppressed } : { devices: here.length, probing, suppressed };
  }

  /** @param {any} stream @returns {import('./world.js').Walker[]} */
  #here({ visible: { plan, visible } }) {
    const walkers = this.standin.crowds.get(plan.id)?.walkers ?? [];
    return walkers.filter(({ x, y }) => visible.some((/** @type {any} */ room) => inside(room, x, y)));
  }
}

/** @param {import('./world.js').Walker} walker @param {import('./world.js').Room[]} rooms */
function device({ id, x, y, confidence, associated, seenAt, manufacturer, ssid }, rooms) {
  const zone = rooms.find((room) => inside(room, x, y))?.name ?? null;
  return { id, x: round(x), y: round(y), confidence, associated, seenAt: iso(seenAt), zone, manufacturer, ssid };
}

/** @param {number} feet */
function round(feet) {
  return Math.round(feet * 100) / 100;
}

/** @param {import('node:http').ServerResponse} response @param {string} name @param {unknown} data */
function event(response, name, data) {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}
