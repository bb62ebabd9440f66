import { Circle as CircleShape, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type { DrawingColours } from '@/ui';

const FONT = "'Inter Variable', system-ui, sans-serif";

/** How a device is drawn: a filled disc when connected, an open diamond when it only probes; grey when its place is old. */
export function deviceStyles(colours: DrawingColours) {
  const halo = new Stroke({ color: colours.outline, width: 1.75 });
  const disc = (colour: string) => new Style({ image: new CircleShape({ radius: 6, fill: new Fill({ color: colour }), stroke: halo }) });
  const diamond = (colour: string) => [
    new Style({ image: new RegularShape({ points: 4, radius: 7.5, stroke: new Stroke({ color: colours.outline, width: 5 }) }) }),
    new Style({ image: new RegularShape({ points: 4, radius: 7.5, fill: new Fill({ color: colours.paper }), stroke: new Stroke({ color: colour, width: 2.25 }) }) }),
  ];
  const fresh = { connected: [disc(colours.connected)], probing: diamond(colours.probing) };
  const old = { connected: [disc(colours.old)], probing: diamond(colours.old) };
  return (associated: boolean | null, isOld: boolean): Style[] => (isOld || associated === null ? old : fresh)[associated === false ? 'probing' : 'connected'];
}

/** The ring round the selected device and the area in which it is with 95 % probability. */
export function selectionStyles(colours: DrawingColours) {
  const ring = new Style({ image: new CircleShape({ radius: 11, stroke: new Stroke({ color: colours.text, width: 2.25 }) }) });
  const area = new Style({ fill: new Fill({ color: colours.connectedSoft }), stroke: new Stroke({ color: colours.connected, width: 1.5, lineDash: [6, 5] }) });
  return { ring, area };
}

/** A zone's outline with its name, where the name fits. */
export function zoneStyle(colours: DrawingColours, name: string, chosen: boolean): Style {
  return new Style({
    fill: new Fill({ color: chosen ? colours.connectedSoft : 'rgba(0, 0, 0, 0)' }),
    stroke: new Stroke({ color: chosen ? colours.connected : colours.mutedText, width: chosen ? 2 : 1, lineDash: chosen ? undefined : [5, 5] }),
    text: new Text({
      text: name,
      font: `${chosen ? 650 : 550} 12px ${FONT}`,
      fill: new Fill({ color: colours.text }),
      stroke: new Stroke({ color: colours.paper, width: 4 }),
      overflow: false,
    }),
  });
}

export function accessPointStyle(colours: DrawingColours, name: string): Style {
  return new Style({
    image: new RegularShape({ points: 3, radius: 7, fill: new Fill({ color: colours.accessPoint }), stroke: new Stroke({ color: colours.outline, width: 1.5 }) }),
    text: new Text({ text: name, offsetY: 14, font: `500 11px ${FONT}`, fill: new Fill({ color: colours.accessPoint }), stroke: new Stroke({ color: colours.paper, width: 3 }) }),
  });
}

/** The edge of the floor, and its ground where there is no picture. */
export function edgeStyle(colours: DrawingColours, filled: boolean): Style {
  return new Style({ fill: filled ? new Fill({ color: colours.paper }) : undefined, stroke: new Stroke({ color: colours.line, width: 1.5 }) });
}
