export * from './places';
export * from './session';
export * from './Failure';
export { FloorGate } from './FloorGate';
export { rememberFloor } from './useFloorChoice';
