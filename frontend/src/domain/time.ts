/** Times are shown in the tenant's time zone, wherever the reader sits. */

export function clockTime(at: string | number, timeZone: string, withSeconds = false): string {
  const seconds = withSeconds ? ({ second: '2-digit' } as const) : {};
  return formatter(timeZone, { hour: '2-digit', minute: '2-digit', ...seconds, hourCycle: 'h23' }).format(new Date(at));
}

export function dayAndTime(at: string | number, timeZone: string): string {
  return formatter(timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** 45 s, 3 min, 2 h 5 min, 3 d 4 h */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Midnight and full hours read in the tenant's zone, for the axis of a chart. */
export function axisLabel(at: number, timeZone: string): string {
  const time = clockTime(at, timeZone);
  return time === '00:00' ? formatter(timeZone, { weekday: 'short', day: 'numeric' }).format(new Date(at)) : time;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one, and the device list uses hundreds a second. */
function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timeZone + JSON.stringify(options);
  let known = formatters.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
    formatters.set(key, known);
  }
  return known;
}
