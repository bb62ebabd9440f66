import { Raster } from './png.js';

/**
 * The stand-in's world: one campus, two buildings, four floors with rooms, and devices that walk in them. Feet, y down.
 * @typedef {{ id: string, name: string, box: [number, number, number, number] }} Room
 * @typedef {{ id: string, name: string, number: number, building: string, width: number, length: number, rooms: Room[], crowd: number }} FloorPlan
 * @typedef {{ id: string, x: number, y: number, goal: { x: number, y: number, until: number }, associated: boolean, confidence: number,
 *   seenAt: number, manufacturer: string | null, ssid: string | null }} Walker
 */

/** @param {string} prefix @param {number} width @param {number} length @param {string[]} names @returns {Room[]} */
function rooms(prefix, width, length, names) {
  const corridor = length * 0.2;
  const depth = (length - corridor) / 2;
  const top = Math.ceil((names.length - 1) / 2);
  const bottom = names.length - 1 - top;
  /** @type {Room[]} */
  const made = names.slice(0, -1).map((name, i) => {
    const above = i < top;
    const size = width / (above ? top : bottom);
    const left = (above ? i : i - top) * size;
    const y = above ? 0 : depth + corridor;
    return { id: `${prefix}${i + 1}`, name, box: [left, y, left + size, y + depth] };
  });
  made.push({ id: `${prefix}9`, name: names.at(-1) ?? 'Corridor', box: [0, depth, width, depth + corridor] });
  return made;
}

/** @param {Omit<FloorPlan, 'rooms'>} plan @param {string[]} names @returns {FloorPlan} */
function floor(plan, names) {
  return { ...plan, rooms: rooms(plan.id.slice(-6), plan.width, plan.length, names) };
}

const NORTH = { building: 'North Hall', width: 240, length: 130 };
const SOUTH = { building: 'South Hall', width: 180, length: 140 };
const LOWER = { name: 'Level 1', number: 1 };
const UPPER = { name: 'Level 2', number: 2 };

/** Ids as the real ones are: beyond 2^53, and sometimes negative. */
export const FLOORS = [
  floor({ id: '700000000000000101', ...NORTH, ...LOWER, crowd: 84 }, ['Entrance', 'Café', 'Exhibition', 'Shop', 'Cloakroom', 'Library', 'Promenade']),
  floor({ id: '-911100000000000102', ...NORTH, ...UPPER, crowd: 46 }, ['Reading Room', 'Studio', 'Archive', 'Offices', 'Gallery']),
  floor({ id: '700000000000000201', ...SOUTH, ...LOWER, crowd: 61 }, ['Atrium', 'Food Court', 'Cinema', 'Arcade', 'Mall']),
  floor({ id: '700000000000000202', ...SOUTH, ...UPPER, crowd: 2 }, ['Offices', 'Gym', 'Terrace']),
];

export const CAMPUS = 'Riverside';

/** @param {FloorPlan} plan @param {Room[]} visible */
export function draw(plan, visible) {
  const scale = 6;
  const [wall, thin] = [[86, 98, 105], [150, 162, 168]];
  const raster = new Raster(plan.width * scale, plan.length * scale, [250, 251, 251]);
  const masked = visible.length < plan.rooms.length;
  plan.rooms.forEach((room, i) => {
    const box = room.box.map((feet) => feet * scale);
    const corridor = i === plan.rooms.length - 1;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
    if (masked && !visible.includes(room)) return raster.fill(x0, y0, x1, y1, [226, 230, 232]);
    raster.fill(x0, y0, x1, y1, corridor ? [243, 245, 245] : [255, 255, 255]);
    if (!corridor) {
      furnish(raster, [x0, y0, x1, y1], i, thin);
      raster.frame([x0 - 2, y0 - 2, x1 + 2, y1 + 2], 5, wall);
      const door = (x0 + x1) / 2;
      const edge = y0 < raster.height / 3 ? y1 : y0;
      raster.fill(door - 18, edge - 6, door + 18, edge + 6, [243, 245, 245]);
    }
  });
  raster.frame([0, 0, raster.width, raster.height], 9, wall);
  return raster.png();
}

/** @param {Raster} raster @param {number[]} box @param {number} kind @param {number[]} colour */
function furnish(raster, [x0 = 0, y0 = 0, x1 = 0, y1 = 0], kind, colour) {
  const [step, size] = kind % 2 === 0 ? [70, 26] : [96, 40];
  for (let x = x0 + 40; x + size < x1 - 24; x += step) {
    for (let y = y0 + 44; y + size < y1 - 40; y += step) raster.frame([x, y, x + size, y + size * 0.6], 2, colour);
  }
}

/** @param {Room} room @param {number} x @param {number} y */
export function inside({ box: [x0, y0, x1, y1] }, x, y) {
  return x >= x0 && x < x1 && y >= y0 && y < y1;
}

const MAKERS = ['Apple', 'Samsung', 'Google', 'Intel', null];

/** The people of one floor. They walk towards a place, stay, and go on. */
export class Crowd {
  /** @param {FloorPlan} plan @param {() => number} random */
  constructor(plan, random) {
    this.plan = plan;
    this.random = random;
    /** @type {Walker[]} */
    this.walkers = Array.from({ length: plan.crowd }, (_, i) => this.#arrive(i));
  }

  /** @param {number} seconds @param {number} now @returns {Walker[]} those that were seen in this time */
  step(seconds, now) {
    const seen = [];
    for (const walker of this.walkers) {
      this.#walk(walker, seconds, now);
      if (this.random() < seconds / 3) {
        walker.seenAt = now;
        seen.push(walker);
      }
    }
    return seen;
  }

  /** One leaves and another comes. @returns {{ gone: string, came: Walker }} */
  exchange() {
    const at = Math.floor(this.random() * this.walkers.length);
    const gone = this.walkers[at]?.id ?? '';
    const came = this.#arrive(Math.floor(this.random() * 1e6));
    this.walkers[at] = came;
    return { gone, came };
  }

  /** @param {Walker} walker @param {number} seconds @param {number} now */
  #walk(walker, seconds, now) {
    const { goal } = walker;
    const [dx, dy] = [goal.x - walker.x, goal.y - walker.y];
    const distance = Math.hypot(dx, dy);
    const stride = Math.min(distance, 3.5 * seconds);
    if (distance > 0.5) {
      walker.x += (dx / distance) * stride;
      walker.y += (dy / distance) * stride;
      walker.goal.until = now + this.random() * 40_000;
    } else if (now > goal.until) walker.goal = this.#place();
  }

  #place() {
    const room = this.plan.rooms[Math.floor(this.random() * this.plan.rooms.length)];
    const [x0, y0, x1, y1] = room?.box ?? [0, 0, 10, 10];
    return { x: x0 + 4 + this.random() * (x1 - x0 - 8), y: y0 + 4 + this.random() * (y1 - y0 - 8), until: 0 };
  }

  /** @param {number} i @returns {Walker} */
  #arrive(i) {
    const { x, y } = this.#place();
    const associated = this.random() < 0.7;
    const tail = Array.from({ length: 4 }, () => Math.floor(this.random() * 256).toString(16).padStart(2, '0'));
    return {
      id: ['02', (i % 256).toString(16).padStart(2, '0'), ...tail].join(':'),
      x,
      y,
      goal: this.#place(),
      associated,
      confidence: 12 + Math.round(this.random() * 36),
      seenAt: Date.now(),
      manufacturer: MAKERS[Math.floor(this.random() * MAKERS.length)] ?? null,
      ssid: associated ? 'riverside-guest' : null,
    };
  }
}

/** The same numbers at each start: a small, well-known generator (mulberry32). @param {number} seed */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
