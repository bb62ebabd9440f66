export { FloorMap } from './FloorMap';
