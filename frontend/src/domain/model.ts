/** Words of the native API that the whole portal shares. Coordinates are feet: x to the right, y down from the top left. */

declare const brand: unique symbol;
/** Ids are 64 bits wide and may be negative: text, never a number. */
export type FloorId = string & { readonly [brand]: 'FloorId' };
export type ZoneId = string & { readonly [brand]: 'ZoneId' };
export type DeviceId = string & { readonly [brand]: 'DeviceId' };

export type Action = 'clients:read' | 'history:read' | 'maps:read' | 'analytics:read' | 'users:read' | 'users:write';

export interface Session {
  user: string;
  tenant: { name: string; displayName: string };
  actions: string[];
  expiresAt: string;
}

export interface Me {
  name: string;
  disclosure: { name: string; aggregated: boolean };
  segments: { path: string; kind: 'EVERYWHERE' | 'CAMPUS' | 'BUILDING' | 'FLOOR' | 'ZONE'; resolved: boolean }[];
  roles: string[];
  groups: string[];
  timeZone: string;
}

export interface Zone {
  id: ZoneId;
  name: string;
  polygon: [number, number][];
}

export interface AccessPoint {
  name: string;
  x: number;
  y: number;
}

export interface Floor {
  id: FloorId;
  name: string;
  number: number | null;
  path: string;
  dimension: { width: number; length: number; unit: string };
  image: { url: string; width: number; height: number } | null;
  /** False where only zones of the floor are the user's. */
  whole: boolean;
  zones: Zone[];
  accessPoints: AccessPoint[];
}

export interface Building {
  id: string;
  name: string;
  floors: Floor[];
}

export interface Campus {
  id: string;
  name: string;
  buildings: Building[];
}

export interface Places {
  campuses: Campus[];
}

export interface Device {
  id: DeviceId;
  x: number;
  y: number;
  /** Radius in feet of the area in which the device is with 95 % probability. */
  confidence: number | null;
  /** Null where the user's disclosure hides it. */
  associated: boolean | null;
  seenAt: string | null;
  zone: string | null;
  manufacturer: string | null;
  ssid: string | null;
}

/** `devices` are all of them; `probing` are those among them that only look for a network. */
export interface Count {
  devices: number | null;
  probing: number | null;
  /** Too few to be told apart: the numbers are withheld. */
  suppressed: boolean;
}

export interface OccupancyPoint {
  at: string;
  devices: number | null;
  probing: number | null;
  gap: boolean;
  suppressed: boolean;
}

export const STEPS = ['PT5M', 'PT15M', 'PT1H'] as const;
export type Step = (typeof STEPS)[number];

export interface Occupancy {
  floor: FloorId;
  zone: ZoneId | null;
  step: Step;
  timeZone: string;
  now: Count & { at: string };
  points: OccupancyPoint[];
}

export interface User {
  name: string;
  role: string | null;
  groups: string[];
  segments: string[];
  disclosure: string | null;
  origin: 'SEED' | 'ADMINISTRATOR';
  changed: boolean;
  administrator: boolean;
}

/** What the administrator may set of a user. */
export interface UserFields {
  role: string | null;
  groups: string[];
  segments: string[];
  disclosure: string | null;
}

export interface Permissions {
  roles: { name: string; allow: string[] }[];
  groups: string[];
  disclosures: string[];
  segments: string[];
}
