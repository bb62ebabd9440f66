export * from './basics';
export * from './DataTable';
export * from './Logo';
export * from './marks';
export * from './Notice';
export * from './palette';
export * from './PlacePicker';
export { theme } from './theme';
export * from './useNow';
