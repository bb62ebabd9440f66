import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import app from './i18n/en/app.json';
import glossary from './i18n/en/glossary.json';

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));
const sources = new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
const shipped = files.filter((name) => !name.startsWith('test/'));

/** Files of ours that this file imports. */
function importsOf(name: string): string[] {
  const found = [...(sources.get(name) ?? '').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path = '']) => path);
  return found.flatMap((path) => {
    const target = path.startsWith('@/') ? join(root, path.slice(2)) : path.startsWith('.') ? resolve(root, dirname(name), path) : null;
    const known = target && ['.ts', '.tsx', '/index.ts'].map((end) => relative(root, target + end)).find((file) => sources.has(file));
    return known ? [known] : [];
  });
}

test('features never import each other, by whatever path', () => {
  const featureOf = (name: string): string | undefined => /^features\/([^/]+)\//.exec(name)?.[1];
  const crossings = shipped.flatMap((name) => importsOf(name).filter((target) => featureOf(name) && featureOf(target) && featureOf(name) !== featureOf(target)).map((target) => `${name} → ${target}`));
  expect(crossings).toEqual([]);
});

test('rooms are entered by their doors only', () => {
  const roomOf = (name: string): string => /^(features\/[^/]+|[^/]+)\//.exec(name)?.[1] ?? '';
  const windows = shipped.flatMap((name) => importsOf(name).filter((target) => roomOf(target) !== '' && roomOf(name) !== roomOf(target) && !target.endsWith('index.ts')).map((target) => `${name} → ${target}`));
  expect(windows).toEqual([]);
});

test('no import goes in a circle', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, path: string[]): void => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' → '));
    if (path.includes(name) || done.has(name)) return;
    importsOf(name).forEach((target) => visit(target, [...path, name]));
    done.add(name);
  };
  shipped.forEach((name) => visit(name, []));
  expect(circles).toEqual([]);
});

test('every text is used', () => {
  const code = shipped.map((name) => sources.get(name)).join('\n');
  const keys = new Set([...Object.keys(app), ...Object.keys(glossary)].map((key) => key.replace(/_(one|other)$/, '')));
  const composed = [...code.matchAll(/t\(`([^$`]+)\$\{/g)].map(([, start = '']) => start);
  const unused = [...keys].filter((key) => !code.includes(`'${key}'`) && !composed.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});
