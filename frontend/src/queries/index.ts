export * from './places';
export * from './session';
export { useSessionWatch } from './sessionWatch';
export * from './Failure';
export { FloorGate } from './FloorGate';
export { rememberFloor } from './useFloorChoice';
