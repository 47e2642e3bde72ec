import { z } from 'zod'

const versioned = z.object({ version: z.string() })

/** What decides whether a release may be made. */
export interface Standing {
  /** `git status --porcelain`. */
  readonly status: string
  /** `git tag --list`. */
  readonly tags: string
  readonly packageJson: string
  readonly packageLock: string
  readonly changelog: string
}

/** A part of the changelog: what is under one heading. */
interface Section {
  readonly heading: string
  readonly text: string
}

const sectionsOf = (changelog: string): readonly Section[] =>
  changelog
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      return { heading: heading.trim(), text: lines.join('\n').trim() }
    })

/** The version that package.json says. */
export const versionIn = (packageJson: string): string => versioned.parse(JSON.parse(packageJson)).version

/** What the changelog says about a version; nothing where it has no heading `## 1.2.3 (2026-11-24)`. */
export function notesOf(changelog: string, version: string): string | undefined {
  const section = sectionsOf(changelog).find(({ heading }) => heading.split(' ')[0] === version)
  return section !== undefined && /^\S+ \(\d{4}-\d\d-\d\d\)$/.test(section.heading) ? section.text : undefined
}

/**
 * Everything that stands in the way of a release, as sentences that say what to do; empty when nothing does. The tag is
 * `v` and the version of package.json.
 */
export function whyNot({ status, tags, packageJson, packageLock, changelog }: Standing): readonly string[] {
  const version = versionIn(packageJson)
  const [first, ...older] = sectionsOf(changelog)
  const unreleased = first?.heading === 'Unreleased' ? first : undefined
  const newest = unreleased === undefined ? first : older[0]
  const problems = [
    [status.trim() !== '', 'Something is not committed: commit it, or put it away (git status).'],
    [
      tags.split('\n').includes(`v${version}`),
      `The tag v${version} is there already: raise "version" in package.json (npm version --no-git-tag-version …).`,
    ],
    [
      versionIn(packageLock) !== version,
      'package-lock.json says another version than package.json: run npm install.',
    ],
    [
      newest?.heading.split(' ')[0] !== version || notesOf(changelog, version) === undefined,
      `The newest heading of CHANGELOG.md must be: ## ${version} (YYYY-MM-DD).`,
    ],
    [
      unreleased !== undefined && unreleased.text !== '',
      `Under "Unreleased" in CHANGELOG.md there are lines: move them under ${version}.`,
    ],
    [notesOf(changelog, version) === '', `CHANGELOG.md says nothing about ${version}.`],
  ] as const
  return problems.filter(([wrong]) => wrong).map(([, sentence]) => sentence)
}
