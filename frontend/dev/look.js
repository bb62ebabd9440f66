import { chromium } from 'playwright-core';
import { readFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { Standin } from './standin.js';

/**
 * Opens the built portal in a real browser before the stand-in, takes a picture of each page on a desk and on a phone, light and dark, and
 * lets axe look for what a reader with another way of reading would trip over. Fails on a finding, on an error in the console and on a page
 * wider than the screen.
 */
const { values } = parseArgs({ options: { to: { type: 'string', default: 'dist-look' }, browser: { type: 'string', default: '/usr/bin/chromium' }, only: { type: 'string' } } });
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const scenes = [
  { name: 'login', user: null, path: '/login' },
  { name: 'login-wrong', user: null, path: '/login', act: wrongPassword },
  { name: 'live', user: 'ana', path: '/', act: selectOne },
  { name: 'live-part', user: 'cleo', path: '/' },
  { name: 'live-counts', user: 'dora', path: '/live' },
  { name: 'live-stale', user: 'ana', path: '/', fault: 'stale' },
  { name: 'live-lost', user: 'ana', path: '/', act: loseConnection },
  { name: 'overview', user: 'admin', path: '/overview' },
  { name: 'occupancy', user: 'ana', path: '/occupancy' },
  { name: 'occupancy-table', user: 'ana', path: '/occupancy', act: showTable },
  { name: 'users', user: 'admin', path: '/users' },
  { name: 'users-add', user: 'admin', path: '/users', act: addUser },
  { name: 'users-password', user: 'admin', path: '/users', act: addUserFully },
  { name: 'nothing', user: 'emil', path: '/' },
];

const sizes = [
  { name: 'desk', viewport: { width: 1360, height: 860 }, deviceScaleFactor: 1 },
  { name: 'phone', viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
];

/** @type {string[]} */
const findings = [];
await mkdir(values.to, { recursive: true });
const browser = await chromium.launch({ executablePath: values.browser, headless: true, args: flags });
try {
  for (const size of sizes) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      for (const scene of scenes) {
        const title = `${scene.name}-${size.name}-${colorScheme}`;
        if (values.only === undefined || title.includes(values.only)) await look(scene, { ...size, colorScheme }, title);
      }
    }
  }
} finally {
  await browser.close();
}
console.log(findings.length === 0 ? 'No findings.' : findings.join('\n'));
process.exitCode = findings.length === 0 ? 0 : 1;

/** @param {typeof scenes[number]} scene @param {import('playwright-core').BrowserContextOptions} options @param {string} title */
async function look(scene, options, title) {
  const standin = new Standin({ files: 'dist' });
  const address = await standin.listen();
  const context = await browser.newContext({ ...options, baseURL: address });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => findings.push(`${title}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (401|422|503)|ERR_|net::/.test(message.text())) findings.push(`${title}: ${message.text()}`);
    });
    if (scene.fault === 'stale') standin.setStale(true);
    if (scene.user) await context.request.post('/v1/session', { data: { user: scene.user, password: 'precinct' } });
    await page.goto(scene.path);
    await page.waitForTimeout(2200);
    await scene.act?.(page, standin);
    await page.screenshot({ path: `${values.to}/${title}.png`, fullPage: !scene.name.startsWith('live') || options.isMobile === true });
    await judge(page, title);
  } finally {
    await context.close();
    await standin.close();
  }
}

/** @param {import('playwright-core').Page} page @param {string} title */
async function judge(page, title) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) findings.push(`${title}: ${over} px wider than the screen`);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations);
  for (const { id, help, nodes } of violations) {
    findings.push(`${title}: ${id}: ${help}: ${nodes.slice(0, 3).map((/** @type {any} */ node) => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`);
  }
}

/** @param {import('playwright-core').Page} page */
async function wrongPassword(page) {
  await page.getByLabel('User').fill('ana');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByTestId('login-error').waitFor();
}

/** @param {import('playwright-core').Page} page */
async function selectOne(page) {
  if ((await page.getByTestId('device').count()) === 0) await page.getByTestId('device-list-toggle').click();
  await page.getByTestId('device').nth(4).getByRole('button').click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(1500);
}

/** @param {import('playwright-core').Page} page @param {Standin} standin */
async function loseConnection(page, standin) {
  standin.setDown(true);
  await page.getByTestId('connection-lost').waitFor();
  await page.waitForTimeout(1200);
}

/** @param {import('playwright-core').Page} page */
async function showTable(page) {
  await page.getByRole('button', { name: 'Table' }).click();
}

/** @param {import('playwright-core').Page} page */
async function addUser(page) {
  await page.getByRole('button', { name: 'Add user' }).first().click();
  await page.getByLabel('Name').fill('Not A Name');
  await page.getByRole('dialog').getByRole('button', { name: 'Add user' }).click();
  await page.waitForTimeout(600);
}

/** @param {import('playwright-core').Page} page */
async function addUserFully(page) {
  await page.getByRole('button', { name: 'Add user' }).first().click();
  await page.getByLabel('Name').fill('fay');
  await page.getByRole('dialog').getByRole('button', { name: 'Add user' }).click();
  await page.getByTestId('password').waitFor();
  await page.waitForTimeout(300);
}
