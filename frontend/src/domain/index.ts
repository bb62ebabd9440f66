export * from './live';
export * from './model';
export * from './motion';
export * from './occupancy';
export * from './places';
export * from './time';
