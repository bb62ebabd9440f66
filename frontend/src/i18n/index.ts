import app from './en/app.json';
import glossary from './en/glossary.json';

const texts = { ...app, ...glossary };

type Texts = typeof texts;
type Plural<K extends string> = K extends `${infer Base}_other` ? Base : never;
/** Every text that exists; a missing one does not compile. `x` stands for the pair `x_one`, `x_other`. */
export type TextKey = Exclude<keyof Texts, `${string}_one` | `${string}_other`> | Plural<keyof Texts & string>;

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return fill(find(key, values.count), values);
}

export function formatNumber(value: number): string {
  return number.format(value);
}

function find(key: TextKey, count: string | number | undefined): string {
  const table: Record<string, string | undefined> = texts;
  const form = typeof count === 'number' ? table[`${key}_${plural.select(count)}`] : undefined;
  return form ?? table[key] ?? key;
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number.format(value) : value;
  });
}
