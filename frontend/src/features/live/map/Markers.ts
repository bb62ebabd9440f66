import Feature from 'ol/Feature';
import type OlMap from 'ol/Map';
import Overlay from 'ol/Overlay';
import type { Coordinate } from 'ol/coordinate';
import CircleGeometry from 'ol/geom/Circle';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import type { Pixel } from 'ol/pixel';
import VectorSource from 'ol/source/Vector';
import { Motion, type Device, type DeviceId } from '@/domain';
import { t } from '@/i18n';
import type { DrawingColours } from '@/ui';
import { deviceStyles, selectionStyles } from './styles';

type Marker = Feature<Point>;

/** The markers of the devices: they follow what is known, and walk between two updates. */
export class Markers {
  readonly layers: VectorLayer[];
  readonly #toMap: (x: number, y: number) => Coordinate;
  readonly #motion: Motion<DeviceId>;
  readonly #markers = new Map<DeviceId, Marker>();
  // Hundreds of points that move all the time: keeping an index of them costs more than it saves.
  readonly #source = new VectorSource<Marker>({ useSpatialIndex: false });
  readonly #layer = new VectorLayer({ source: this.#source, updateWhileAnimating: true, updateWhileInteracting: true });
  readonly #area = new Feature<CircleGeometry>();
  readonly #ring = new Feature<Point>();
  readonly #selection = new VectorLayer({ source: new VectorSource({ features: [this.#area, this.#ring] }), updateWhileAnimating: true, updateWhileInteracting: true });
  readonly #tooltip = new Overlay({ element: tooltipElement(), offset: [12, -12], positioning: 'bottom-left', stopEvent: false });
  #devices: ReadonlyMap<DeviceId, Device> = new Map();
  #selected: DeviceId | null = null;
  #map: OlMap | null = null;
  #frame = 0;
  #drawnAt = 0;

  constructor(toMap: (x: number, y: number) => Coordinate, still: boolean) {
    this.#toMap = toMap;
    this.#motion = new Motion(still);
    this.layers = [this.#selection, this.#layer];
  }

  attach(map: OlMap): void {
    this.#map = map;
    map.addOverlay(this.#tooltip);
    this.#loop();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#map = null;
  }

  /** @returns how many markers are drawn */
  show(devices: ReadonlyMap<DeviceId, Device>): number {
    this.#devices = devices;
    const now = performance.now();
    for (const id of [...this.#markers.keys()].filter((known) => !devices.has(known))) this.#remove(id);
    for (const device of devices.values()) {
      this.#motion.aim(device.id, device, now);
      const marker = this.#markers.get(device.id) ?? this.#add(device);
      if (marker.get('associated') !== device.associated) marker.set('associated', device.associated);
    }
    this.#select();
    return this.#markers.size;
  }

  select(id: DeviceId | null): void {
    this.#selected = id;
    this.#select();
  }

  restyle(colours: DrawingColours, old: boolean): void {
    const styleOf = deviceStyles(colours);
    const { ring, area } = selectionStyles(colours);
    this.#layer.setStyle((feature) => styleOf(feature.get('associated') as boolean | null, old));
    this.#area.setStyle(area);
    this.#ring.setStyle(ring);
  }

  find(pixel: Pixel, tolerance: number): DeviceId | null {
    const options = { layerFilter: (layer: unknown) => layer === this.#layer, hitTolerance: tolerance };
    const marker = this.#map?.forEachFeatureAtPixel(pixel, (feature) => feature, options);
    return (marker?.getId() as DeviceId | undefined) ?? null;
  }

  /** Shows what is under the pointer. @returns whether there is something */
  point(pixel: Pixel): boolean {
    const id = this.find(pixel, 3);
    const device = id === null ? undefined : this.#devices.get(id);
    const element = this.#tooltip.getElement();
    if (device === undefined || element === undefined) {
      this.#tooltip.setPosition(undefined);
      return false;
    }
    const state = device.associated === null ? null : t(device.associated ? 'term.connected' : 'term.probing');
    element.textContent = [device.manufacturer ?? device.id, state, device.zone].filter(Boolean).join(' · ');
    this.#tooltip.setPosition(this.#markers.get(device.id)?.getGeometry()?.getCoordinates());
    return true;
  }

  #add(device: Device): Marker {
    const marker = new Feature({ geometry: new Point(this.#toMap(device.x, device.y)), associated: device.associated });
    marker.setId(device.id);
    this.#markers.set(device.id, marker);
    this.#source.addFeature(marker);
    return marker;
  }

  #remove(id: DeviceId): void {
    const marker = this.#markers.get(id);
    if (marker !== undefined) this.#source.removeFeature(marker);
    this.#markers.delete(id);
    this.#motion.forget(id);
  }

  #select(): void {
    const device = this.#selected === null ? undefined : this.#devices.get(this.#selected);
    const at = device && this.#markers.get(device.id)?.getGeometry()?.getCoordinates();
    this.#ring.setGeometry(at && new Point(at));
    this.#area.setGeometry(at && device.confidence !== null ? new CircleGeometry(at, device.confidence) : undefined);
  }

  #loop(): void {
    const now = performance.now();
    for (const id of this.#motion.movedSince(this.#drawnAt)) {
      const point = this.#motion.at(id, now);
      if (point) this.#markers.get(id)?.getGeometry()?.setCoordinates(this.#toMap(point.x, point.y));
      if (id === this.#selected) this.#select();
    }
    this.#drawnAt = now;
    this.#frame = requestAnimationFrame(() => this.#loop());
  }
}

function tooltipElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'floor-tooltip';
  element.setAttribute('aria-hidden', 'true');
  return element;
}
