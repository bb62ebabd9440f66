export * from './calls';
export * from './errors';
export { onSessionExpired, type Aged } from './http';
export * from './keys';
export { LiveFloor, type Connection, type LiveState } from './liveFloor';
