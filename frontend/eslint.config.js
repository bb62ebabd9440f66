import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Which room may not use which: the order of the rooms is api, domain, ui, i18n < features < app. */
const walls = [
  wall('src/domain/**', ['@/api', '@/ui', '@/features', '@/app', 'react', '@mui'], 'The domain is pure TypeScript.'),
  wall('src/api/**', ['@/ui', '@/features', '@/app', 'react', '@mui'], 'The api layer knows no React.'),
  wall('src/ui/**', ['@/api', '@/features', '@/app'], 'The design system knows no feature and no api.'),
  wall('src/features/**', ['@/features', '@/app'], 'Features never import each other.'),
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 150 }],
      'max-params': ['error', { max: 5 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-console': 'error',
      'no-warning-comments': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  ...walls,
  {
    files: ['dev/**', '*.config.*', 'src/test/**'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off', 'no-restricted-exports': 'off' },
  },
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'max-lines-per-function': 'off' } },
);

/** @param {string} room @param {string[]} forbidden @param {string} message @returns {import('typescript-eslint').ConfigArray[number]} */
function wall(room, forbidden, message) {
  const patterns = [{ group: forbidden.flatMap((name) => [name, `${name}/*`, `${name}/**`]), message }];
  return {
    files: [room],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}
