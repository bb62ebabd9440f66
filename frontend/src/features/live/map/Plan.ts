import Feature from 'ol/Feature';
import OlMap from 'ol/Map';
import View from 'ol/View';
import type { Coordinate } from 'ol/coordinate';
import { platformModifierKeyOnly } from 'ol/events/condition';
import { boundingExtent, buffer, type Extent } from 'ol/extent';
import Point from 'ol/geom/Point';
import Polygon, { fromExtent } from 'ol/geom/Polygon';
import { defaults as defaultInteractions, MouseWheelZoom } from 'ol/interaction';
import ImageLayer from 'ol/layer/Image';
import VectorLayer from 'ol/layer/Vector';
import Projection from 'ol/proj/Projection';
import ImageStatic from 'ol/source/ImageStatic';
import VectorSource from 'ol/source/Vector';
import type { Device, DeviceId, Floor } from '@/domain';
import type { DrawingColours } from '@/ui';
import { Markers } from './Markers';
import { accessPointStyle, edgeStyle, zoneStyle } from './styles';

interface PlanOptions {
  target: HTMLElement;
  floor: Floor;
  still: boolean;
  onSelect: (id: DeviceId | null) => void;
  onImageFailed: () => void;
}

/** Feet of the floor to the map's coordinates: the floor counts y down from the top, the map up from the bottom. */
function toMap(floor: Floor, x: number, y: number): Coordinate {
  return [x, floor.dimension.length - y];
}

/** What to look at first: the floor, or the part of it that is the user's. */
function sightOf(floor: Floor, whole: Extent): Extent {
  if (floor.whole || floor.zones.length === 0) return whole;
  const corners = floor.zones.flatMap(({ polygon }) => polygon.map(([x, y]) => toMap(floor, x, y)));
  const zones = boundingExtent(corners);
  return buffer(zones, Math.max(floor.dimension.width, floor.dimension.length) * 0.05);
}

/** The drawn floor: picture, zones, access points and markers in OpenLayers. It knows nothing of React. */
export class Plan {
  readonly markers: Markers;
  readonly #target: HTMLElement;
  readonly #map: OlMap;
  readonly #view: View;
  readonly #extent: Extent;
  readonly #sight: Extent;
  readonly #floor: Floor;
  readonly #image = new ImageLayer<ImageStatic>({ className: 'floor-image' });
  readonly #edge = new VectorLayer({ source: new VectorSource() });
  readonly #zones = new VectorLayer({ source: new VectorSource(), declutter: false });
  readonly #accessPoints = new VectorLayer({ source: new VectorSource() });
  #touched = false;

  constructor({ target, floor, still, onSelect, onImageFailed }: PlanOptions) {
    this.#target = target;
    this.#floor = floor;
    const { width, length } = floor.dimension;
    this.#extent = [0, 0, width, length];
    this.#sight = sightOf(floor, this.#extent);
    const projection = new Projection({ code: `floor-${floor.id}`, units: 'pixels', extent: this.#extent });
    this.#view = new View({ projection, center: [width / 2, length / 2], resolution: 1, minResolution: 0.02, maxResolution: Math.max(width, length) / 80, extent: buffer(this.#extent, Math.max(width, length) * 0.25), showFullExtent: true, smoothExtentConstraint: true });
    this.markers = new Markers((x, y) => toMap(floor, x, y), still);
    this.#setImage(projection, onImageFailed);
    this.#setPlaces();
    this.#map = new OlMap({
      target,
      view: this.#view,
      controls: [],
      interactions: defaultInteractions({ mouseWheelZoom: false, altShiftDragRotate: false, pinchRotate: false }).extend([wheelZoom(target)]),
      layers: [this.#edge, this.#image, this.#zones, this.#accessPoints, ...this.markers.layers],
    });
    this.markers.attach(this.#map);
    this.#listen(target, onSelect);
    this.#target.dataset.markers = '0';
    this.fit(0);
  }

  /** The number of markers that are drawn is told at the element: a canvas cannot be asked. */
  show(devices: ReadonlyMap<DeviceId, Device>): void {
    this.#target.dataset.markers = String(this.markers.show(devices));
  }

  fit(duration = 250): void {
    this.#touched = false;
    this.#view.fit(this.#sight, { padding: [28, 28, 28, 28], duration });
  }

  zoom(by: number): void {
    this.#touched = true;
    this.#view.animate({ zoom: (this.#view.getZoom() ?? 0) + by, duration: 180 });
  }

  /** Brings a device into sight without changing the zoom. */
  reveal(x: number, y: number): void {
    const at = toMap(this.#floor, x, y);
    const [left = 0, bottom = 0, right = 0, top = 0] = this.#view.calculateExtent();
    const [mx = 0, my = 0] = at;
    if (mx < left || mx > right || my < bottom || my > top) this.#view.animate({ center: at, duration: 250 });
  }

  restyle(colours: DrawingColours, chosenZone: string | null): void {
    this.#edge.setStyle(edgeStyle(colours, this.#floor.image === null));
    this.#zones.setStyle((feature) => zoneStyle(colours, String(feature.get('name')), feature.get('name') === chosenZone));
    this.#accessPoints.setStyle((feature) => accessPointStyle(colours, String(feature.get('name'))));
  }

  showAccessPoints(shown: boolean): void {
    this.#accessPoints.setVisible(shown);
  }

  dispose(): void {
    this.markers.dispose();
    this.#map.setTarget(undefined);
    this.#map.dispose();
  }

  #setImage(projection: Projection, onImageFailed: () => void): void {
    const { image } = this.#floor;
    if (image === null) return;
    const source = new ImageStatic({ url: image.url, projection, imageExtent: this.#extent, interpolate: true });
    source.on('imageloaderror', onImageFailed);
    this.#image.setSource(source);
  }

  #setPlaces(): void {
    const { zones, accessPoints } = this.#floor;
    this.#edge.getSource()?.addFeature(new Feature(fromExtent(this.#extent)));
    for (const { name, polygon } of zones) {
      const ring = polygon.map(([x, y]) => toMap(this.#floor, x, y));
      this.#zones.getSource()?.addFeature(new Feature({ geometry: new Polygon([ring]), name }));
    }
    for (const { name, x, y } of accessPoints) {
      this.#accessPoints.getSource()?.addFeature(new Feature({ geometry: new Point(toMap(this.#floor, x, y)), name }));
    }
  }

  /** Where the plan came to rest, in feet of the floor, is told at the element too. */
  #tellSight(): void {
    const [x = 0, y = 0] = this.#view.getCenter() ?? [];
    this.#target.dataset.centre = `${x.toFixed(2)} ${(this.#floor.dimension.length - y).toFixed(2)}`;
    this.#target.dataset.feetPerPixel = (this.#view.getResolution() ?? 0).toFixed(4);
  }

  #listen(target: HTMLElement, onSelect: (id: DeviceId | null) => void): void {
    this.#map.on('singleclick', ({ pixel }) => onSelect(this.markers.find(pixel, 10)));
    this.#map.on('pointermove', ({ pixel, dragging }) => {
      if (!dragging) target.style.cursor = this.markers.point(pixel) ? 'pointer' : '';
    });
    this.#map.on('moveend', () => this.#tellSight());
    this.#map.on('pointerdrag', () => (this.#touched = true));
    target.addEventListener('keydown', () => (this.#touched = true));
    target.addEventListener('wheel', () => (this.#touched = true), { passive: true });
    // Until the reader has moved the plan, it keeps filling its frame.
    this.#map.on('change:size', () => !this.#touched && this.fit(0));
  }
}

/** The wheel scrolls the page unless the plan has the focus: nobody gets stuck in it. */
function wheelZoom(target: HTMLElement): MouseWheelZoom {
  return new MouseWheelZoom({ condition: (event) => target.contains(document.activeElement) || platformModifierKeyOnly(event) });
}
