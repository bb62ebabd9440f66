import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { problem } from './reply.js';

/** What the gateway sends with the portal's files. */
export const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves the built portal; every path that is no file is a page of the portal.
 * @param {string | undefined} folder @param {string} path @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
export async function serveFile(folder, path, request, response) {
  if (folder === undefined) return problem(response, 404, 'not-found', 'No files here');
  const name = extname(path) === '' ? 'index.html' : normalize(path).replace(/^(\.\.[/\\])+/, '');
  const zipped = (request.headers['accept-encoding'] ?? '').includes('gzip');
  const [body, encoding] = await read(join(folder, name), zipped);
  if (body === undefined) return problem(response, 404, 'not-found', 'No such file');
  response.writeHead(200, {
    'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  });
  response.end(body);
}

/** @param {string} file @param {boolean} zipped @returns {Promise<[Buffer | undefined, string | undefined]>} */
async function read(file, zipped) {
  if (zipped) {
    const small = await readFile(`${file}.gz`).catch(() => undefined);
    if (small !== undefined) return [small, 'gzip'];
  }
  return [await readFile(file).catch(() => undefined), undefined];
}
