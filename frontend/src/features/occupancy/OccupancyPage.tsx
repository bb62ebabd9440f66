export function OccupancyPage() { return null; }
