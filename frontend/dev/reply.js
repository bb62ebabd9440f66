/**
 * @typedef {{ request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, url: URL,
 *   user: import('./permissions.js').User }} Call
 */

/** @param {import('node:http').ServerResponse} response @param {number} status @param {unknown} [body] @param {Record<string, string>} [headers] */
export function send(response, status, body, headers = {}) {
  response.writeHead(status, body === undefined ? headers : { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} name @param {string} title @param {{ field: string, message: string }[]} [errors] */
export function problem(response, status, name, title, errors) {
  const body = { type: `https://precinct.dev/problems/${name}`, title, status, errors };
  send(response, status, body, { 'Content-Type': 'application/problem+json' });
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<Record<string, any>>} */
export async function readJson(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text || '{}');
}
