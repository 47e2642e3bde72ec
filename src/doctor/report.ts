import type { Texts } from '../texts/texts.ts'
import { CHECKS, type Finding, worstOf } from './finding.ts'

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check))

/** The list as a person reads it: what it is, and under what does not work what to do. */
export function report(findings: readonly Finding[], texts: Texts): string {
  const marks = {
    ok: texts.t('doctor.mark.ok'),
    note: texts.t('doctor.mark.note'),
    fault: texts.t('doctor.mark.fault'),
  }
  const width = Math.max(...Object.values(marks).map(({ length }) => length))
  const lines = inOrder(findings).map(({ state, says, values }) => {
    const [first = '', ...rest] = texts.t(says, values).split('\n')
    return [
      `${marks[state].padEnd(width)}  ${first}`,
      ...rest.map((line) => `${' '.repeat(width)}  ${line}`),
    ].join('\n')
  })
  return [...lines, '', texts.t(`doctor.end.${worstOf(findings)}`)].join('\n')
}

/** The same for a program: closed names, and the sentence. */
export function reportJson(findings: readonly Finding[], texts: Texts): string {
  const list = inOrder(findings).map(({ check, state, says, values }) => ({
    check,
    state,
    code: says.slice('doctor.'.length),
    says: texts.t(says, values),
  }))
  return JSON.stringify({ worst: worstOf(findings), findings: list }, null, 2)
}
