import { deflateSync } from 'node:zlib';

/** A small RGB raster that can be written as PNG. */
export class Raster {
  /** @param {number} width @param {number} height @param {number[]} paper */
  constructor(width, height, paper) {
    this.width = width;
    this.height = height;
    this.pixels = Buffer.alloc(width * height * 3);
    this.fill(0, 0, width, height, paper);
  }

  /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {number[]} colour */
  fill(x0, y0, x1, y1, colour) {
    const [left, top] = [Math.max(0, Math.round(x0)), Math.max(0, Math.round(y0))];
    const [right, bottom] = [Math.min(this.width, Math.round(x1)), Math.min(this.height, Math.round(y1))];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) this.pixels.set(colour, (y * this.width + x) * 3);
    }
  }

  /** Walls of a room; `thick` in pixels. @param {number[]} box @param {number} thick @param {number[]} colour */
  frame([x0 = 0, y0 = 0, x1 = 0, y1 = 0], thick, colour) {
    this.fill(x0, y0, x1, y0 + thick, colour);
    this.fill(x0, y1 - thick, x1, y1, colour);
    this.fill(x0, y0, x0 + thick, y1, colour);
    this.fill(x1 - thick, y0, x1, y1, colour);
  }

  png() {
    const stride = this.width * 3;
    const raw = Buffer.alloc((stride + 1) * this.height);
    for (let y = 0; y < this.height; y++) this.pixels.copy(raw, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]);
  }
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** @param {Buffer} data */
function crc32(data) {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
