export { OccupancyPage } from './OccupancyPage';
