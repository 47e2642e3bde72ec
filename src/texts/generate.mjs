// Finds the languages: each folder here is one. What it writes is imported by the bot, so that types know the languages and
// nothing lists them by hand. Dutch comes first: its folder decides which texts there are.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const here = new URL('./', import.meta.url)
const generated = new URL('../generated/', import.meta.url)

const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, here)))
  .map(({ name }) => name)
const strange = folders.filter((name) => !/^[a-z]{2,3}$/.test(name))
if (strange.length > 0) {
  throw new Error(`A language folder is called by its code (de, tr, ary), not: ${strange.join(', ')}`)
}
const codes = ['nl', ...folders.filter((name) => name !== 'nl').sort()]

const write = (name, text) => {
  const file = new URL(name, generated)
  // Left alone when it says the same, so that what watches files sees no change.
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  writeFileSync(file, text)
}

mkdirSync(generated, { recursive: true })
const head = '// Written by src/texts/generate.mjs from the folders of src/texts/. Never edit it.\n'
write(
  'languages.ts',
  `${head}export const LANGUAGES = [${codes.map((code) => `'${code}'`).join(', ')}] as const\n`,
)
write(
  'language-folders.ts',
  [
    head.trimEnd(),
    ...codes.map((code) => `import { language as ${code}Folder } from '../texts/${code}/index.ts'`),
    "import type { LanguageFolder } from '../texts/folder.ts'",
    "import type { LANGUAGES } from './languages.ts'",
    '',
    'export const FOLDERS: Readonly<Record<(typeof LANGUAGES)[number], LanguageFolder>> = {',
    ...codes.map((code) => `  ${code}: ${code}Folder,`),
    '}',
    '',
  ].join('\n'),
)
