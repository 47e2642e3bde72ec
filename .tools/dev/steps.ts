/** What has to be made again before the house can open with a change. */
export const STEPS = {
  /** Which languages there are. */
  languages: ['node', 'src/texts/generate.mjs'],
  /** The clients of the database. */
  database: ['node', 'prisma/generate.mjs'],
  /** The program; types are looked at afterwards, for that takes longer. */
  compile: ['tsc', '-p', 'tsconfig.build.json', '--pretty', 'false', '--noCheck'],
  /** The page of the practice house. */
  page: ['node', 'src/practice/page/build.mjs'],
} as const satisfies Record<string, readonly string[]>
export type Step = keyof typeof STEPS

/** Looks at the types, once the house is open again. */
export const CHECK = ['tsc', '-p', 'tsconfig.build.json', '--pretty', 'false'] as const

/** What a change of one file asks for; nothing for a file that the house follows by itself, or that is no part of it. */
function stepsOf(path: string): readonly Step[] {
  if (path.startsWith('src/generated/')) return []
  if (path.startsWith('src/practice/page/')) return ['page']
  if (path === 'prisma/schema.prisma') return ['database', 'compile']
  if (/^src\/texts\/\w+\/index\.ts$/.test(path)) return ['languages', 'compile']
  return /^(?:src|commands)\/.+\.ts$/.test(path) ? ['compile'] : []
}

/**
 * What must be made again after these files changed, in order; nothing where the house need not open anew. Saved
 * agreements are none of this: the house reads them again by itself.
 *
 * @param paths - of the changed files, from the root of the project, with `/`
 */
export function stepsFor(paths: Iterable<string>): readonly Step[] {
  const wanted = new Set([...paths].flatMap(stepsOf))
  return (Object.keys(STEPS) as Step[]).filter((step) => wanted.has(step))
}
