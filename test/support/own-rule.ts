import type { Change } from './policy.ts'

/** A rule of a test's own, in a file of the shipped rules: it stays what it is whatever the house learns to say. */
export const ownRule = (id: string, lines: readonly string[]): Change => ({
  file: 'rules/threat.yaml',
  from: 'rules:\n',
  to: [
    'rules:',
    `  - id: ${id}`,
    '    why: { nl: "Een zin van de proef.", en: "A sentence of the test.", fr: "Une phrase de l’essai." }',
    '    kind: harm',
    '    may: [flag]',
    '    level: rood',
    '    mustHit: [x]',
    '    mustNotHit: [x]',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n'),
})
